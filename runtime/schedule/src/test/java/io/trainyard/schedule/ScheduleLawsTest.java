package io.trainyard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.ClosedDates;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Overlap;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ScheduleLawsTest {

    private static final Instant FIRST = Instant.parse("1950-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2110-01-01T00:00:00Z");

    @Property(tries = 500)
    void next_is_strictly_increasing_and_agrees_with_between(
            @ForAll("schedules") Schedule schedule, @ForAll("instants") Instant from, @ForAll("spans") Duration span) {
        Instant to = from.plus(span);
        List<Instant> byNext = new ArrayList<>();
        Instant last = from;
        for (Optional<Instant> next = schedule.next(last);
                next.isPresent() && !next.get().isAfter(to) && byNext.size() < 500;
                next = schedule.next(last)) {
            assertThat(next.get()).isAfter(last);
            last = next.get();
            byNext.add(last);
        }
        Instant end = byNext.size() == 500 ? last : to;
        assertThat(schedule.between(from, end)).isEqualTo(byNext);
    }

    @Property(tries = 500)
    void splitting_a_range_changes_nothing(
            @ForAll("schedules") Schedule schedule,
            @ForAll("instants") Instant from,
            @ForAll("spans") Duration first,
            @ForAll("spans") Duration second) {
        Instant split = from.plus(first);
        Instant to = split.plus(second);
        List<Instant> parts = new ArrayList<>(schedule.between(from, split));
        parts.addAll(schedule.between(split, to));
        assertThat(parts).isEqualTo(schedule.between(from, to)).doesNotHaveDuplicates();
    }

    /** The plain definition: every date far around, every instant of it, sorted. */
    @Property(tries = 500)
    void agrees_with_the_product_of_dates_and_times(
            @ForAll("schedules") Schedule schedule, @ForAll("instants") Instant from, @ForAll("spans") Duration span) {
        RecurringSchedule recurring = (RecurringSchedule) schedule;
        Instant to = from.plus(span);
        TreeSet<Instant> expected = new TreeSet<>();
        LocalDate end = recurring.clock().date(to).plusDays(9);
        for (Optional<LocalDate> date =
                        recurring.dates().onOrAfter(recurring.clock().date(from).minusDays(9));
                date.isPresent() && !date.get().isAfter(end);
                date = recurring.dates().onOrAfter(date.get().plusDays(1))) {
            expected.addAll(recurring.times().on(date.get(), recurring.clock()));
        }
        assertThat(schedule.between(from, to)).containsExactlyElementsOf(expected.subSet(from, false, to, true));
    }

    /** Clock changes are where a wall time can go wrong: some before and after every kind of them, in every zone. */
    @Property(tries = 4000)
    void a_wall_time_is_right_around_every_clock_change(
            @ForAll("clocks") WallClock clock,
            @ForAll @DoubleRange(min = 0, max = 1) double which,
            @ForAll("distances") Duration distance,
            @ForAll("distances") Duration fromChange,
            @ForAll("weekdays") DateRule dates) {
        ZoneOffsetTransition change = clock.zone().getRules().nextTransition(FIRST.plusSeconds((long)
                (which * Duration.between(FIRST, LAST).toSeconds())));
        Assume.that(change != null);
        LocalTime time =
                change.getDateTimeBefore().plus(fromChange).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
        Schedule schedule = Schedule.of(dates, TimeRule.at(time), clock);
        Instant after = change.getInstant().plus(distance);
        LocalDate date = clock.date(after);
        TreeSet<Instant> expected = new TreeSet<>();
        date.minusDays(3)
                .datesUntil(date.plusDays(40))
                .filter(dates::contains)
                .forEach(day -> expected.addAll(TimeRule.at(time).on(day, clock)));
        expected.headSet(after, true).clear();
        assertThat(schedule.next(after)).contains(expected.first());
        Iterator<Instant> iterator = schedule.from(after);
        expected.stream()
                .limit(4)
                .forEach(instant -> assertThat(iterator.next()).isEqualTo(instant));
    }

    @Provide
    Arbitrary<Duration> distances() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(-90, 90).map(Duration::ofSeconds),
                Arbitraries.longs().between(-90, 90).map(Duration::ofMinutes),
                Arbitraries.longs().between(-200, 200).map(Duration::ofHours));
    }

    @Provide
    Arbitrary<DateRule> weekdays() {
        return Arbitraries.oneOf(
                Arbitraries.just(DateRule.everyDay()),
                Arbitraries.of(DayOfWeek.class).map(DateRule::every));
    }

    /** The same wall time by java.time, whose rules know every clock change of every zone. */
    @Property(tries = 1000)
    void wall_times_are_those_of_the_jdk(
            @ForAll("clocks") WallClock clock, @ForAll("instants") Instant around, @ForAll("times") LocalTime time) {
        LocalDateTime reading = clock.date(around).atTime(time);
        List<java.time.ZoneOffset> offsets = clock.zone().getRules().getValidOffsets(reading);
        List<Instant> expected = new ArrayList<>();
        if (offsets.isEmpty()) {
            if (clock.gap() == Gap.NEXT_VALID) {
                expected.add(clock.zone().getRules().getTransition(reading).getInstant());
            }
        } else {
            if (offsets.size() == 1 || clock.overlap() != Overlap.LATER) {
                expected.add(reading.toInstant(offsets.get(0)));
            }
            if (offsets.size() == 2 && clock.overlap() != Overlap.EARLIER) {
                expected.add(reading.toInstant(offsets.get(1)));
            }
        }
        assertThat(clock.instants(reading)).isEqualTo(expected);
        assertThat(clock.date(around)).isEqualTo(LocalDate.ofInstant(around, clock.zone()));
    }

    @Property(tries = 200)
    void no_rule_yields_a_date_before_the_asked_one_or_skips_one(
            @ForAll("dateRules") DateRule rule, @ForAll("instants") Instant around) {
        LocalDate start = LocalDate.ofInstant(around, ZoneId.of("UTC"));
        Optional<LocalDate> found = rule.onOrAfter(start);
        found.ifPresent(date -> {
            assertThat(date).isAfterOrEqualTo(start);
            assertThat(rule.contains(date)).isTrue();
            LocalDate middle = start.plusDays((date.toEpochDay() - start.toEpochDay()) / 2);
            assertThat(rule.onOrAfter(middle)).contains(date);
        });
    }

    @Property(tries = 100)
    void combinations_are_those_of_sets(
            @ForAll("dateRules") DateRule left,
            @ForAll("dateRules") DateRule right,
            @ForAll("instants") Instant around) {
        LocalDate start = LocalDate.ofInstant(around, ZoneId.of("UTC"));
        for (LocalDate date : start.datesUntil(start.plusDays(12)).toList()) {
            boolean isLeft = left.contains(date);
            boolean isRight = right.contains(date);
            assertThat(left.and(right).contains(date)).isEqualTo(isLeft && isRight);
            assertThat(left.or(right).contains(date)).isEqualTo(isLeft || isRight);
            assertThat(left.except(right).contains(date)).isEqualTo(isLeft && !isRight);
        }
    }

    @Property(tries = 200)
    void what_is_made_up_for_was_missed_and_is_not_too_late(
            @ForAll("schedules") Schedule schedule,
            @ForAll("instants") Instant handled,
            @ForAll("spans") Duration down) {
        Instant now = handled.plus(down);
        List<Instant> missed = schedule.between(handled, now);
        missed.remove(now);
        List<Instant> all = Misfires.all(Duration.ofDays(5)).toMakeUp(schedule, handled, now);
        assertThat(all)
                .isEqualTo(missed.stream()
                        .filter(instant -> !instant.isBefore(now.minus(Duration.ofDays(5))))
                        .toList());
        List<Instant> once = Misfires.once(Duration.ofDays(5)).toMakeUp(schedule, handled, now);
        assertThat(once).isEqualTo(all.isEmpty() ? all : List.of(all.get(all.size() - 1)));
        assertThat(Misfires.skip().toMakeUp(schedule, handled, now)).isEmpty();
    }

    @Provide
    Arbitrary<Schedule> schedules() {
        return Combinators.combine(dateRules(), timeRules(), clocks()).as(Schedule::of);
    }

    @Provide
    Arbitrary<WallClock> clocks() {
        Arbitrary<String> awkward = Arbitraries.of(
                "America/New_York",
                "America/St_Johns",
                "Pacific/Apia",
                "Pacific/Kwajalein",
                "Australia/Lord_Howe",
                "Africa/Casablanca",
                "America/Sao_Paulo",
                "Asia/Tokyo");
        Arbitrary<String> zones =
                Arbitraries.oneOf(awkward, Arbitraries.of(new TreeSet<>(new HashSet<>(ZoneId.getAvailableZoneIds()))));
        return Combinators.combine(zones, Arbitraries.of(Gap.class), Arbitraries.of(Overlap.class))
                .as((zone, gap, overlap) ->
                        WallClock.of(ZoneId.of(zone)).with(gap).with(overlap));
    }

    @Provide
    Arbitrary<LocalTime> times() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 23).map(hour -> LocalTime.of(hour, 0)),
                Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.ofSecondOfDay(minute * 60L)),
                Arbitraries.longs().between(0, 86_399_999).map(millis -> LocalTime.ofNanoOfDay(millis * 1_000_000)));
    }

    @Provide
    Arbitrary<Instant> instants() {
        Arbitrary<Instant> any = Arbitraries.longs()
                .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                .map(Instant::ofEpochSecond);
        // days of clock changes in America, Europe, Australia, Samoa and Kwajalein
        Arbitrary<Instant> changes = Combinators.combine(
                        Arbitraries.of(
                                "2024-03-10",
                                "2024-11-03",
                                "2006-10-29",
                                "2011-12-30",
                                "1993-08-21",
                                "1969-10-01",
                                "2024-04-07",
                                "2018-11-04",
                                "2099-10-25",
                                "2100-03-28"),
                        Arbitraries.longs().between(-200_000, 200_000))
                .as((date, seconds) -> Instant.parse(date + "T00:00:00Z").plusSeconds(seconds));
        return Arbitraries.oneOf(any, changes);
    }

    @Provide
    Arbitrary<Duration> spans() {
        return Arbitraries.longs().between(0, 40 * 86_400L).map(Duration::ofSeconds);
    }

    @Provide
    Arbitrary<DateRule> dateRules() {
        Arbitrary<TradingCalendar> calendars = calendars();
        Arbitrary<DateRule> simple = Arbitraries.oneOf(
                Arbitraries.of(DayOfWeek.class).set().ofMinSize(1).map(DateRule::every),
                Arbitraries.just(DateRule.everyDay()),
                calendars.map(DateRule::tradingDays),
                Combinators.combine(
                                Arbitraries.of(CalendarPeriod.class),
                                Arbitraries.integers().between(0, 6))
                        .as(DateRule::startOf),
                Combinators.combine(
                                Arbitraries.of(CalendarPeriod.class),
                                Arbitraries.integers().between(0, 6))
                        .as(DateRule::endOf),
                Combinators.combine(
                                Arbitraries.of(CalendarPeriod.class),
                                Arbitraries.integers().between(0, 4),
                                calendars,
                                Arbitraries.of(Hours.class))
                        .as(DateRule::startOf),
                Combinators.combine(
                                Arbitraries.of(CalendarPeriod.class),
                                Arbitraries.integers().between(0, 4),
                                calendars,
                                Arbitraries.of(Hours.class))
                        .as(DateRule::endOf),
                Combinators.combine(Arbitraries.of(1, 2, 3, 4, 5, -1, -2, -5), Arbitraries.of(DayOfWeek.class))
                        .as(DateRule::nth),
                Combinators.combine(Arbitraries.integers().between(1, 5), instants())
                        .as((weeks, anchor) ->
                                DateRule.everyWeeks(weeks, LocalDate.ofInstant(anchor, ZoneId.of("UTC")))));
        return Arbitraries.oneOf(
                simple,
                simple,
                Combinators.combine(simple, simple).as(DateRule::or),
                Combinators.combine(simple, simple).as(DateRule::except),
                Combinators.combine(simple, calendars, Arbitraries.of(ClosedDates.class))
                        .as(DateRule::onClosed));
    }

    @Provide
    Arbitrary<TimeRule> timeRules() {
        Arbitrary<Duration> minutes = Arbitraries.longs().between(-2000, 2000).map(Duration::ofMinutes);
        Arbitrary<Duration> intervals = Arbitraries.longs().between(30, 4000).map(Duration::ofMinutes);
        Arbitrary<TimeRule> simple = Arbitraries.oneOf(
                times().map(TimeRule::at),
                Combinators.combine(times(), clocks().map(WallClock::zone)).as(TimeRule::at),
                Combinators.combine(times(), Arbitraries.integers().between(0, 3))
                        .as(TimeRule::at),
                intervals.map(TimeRule::every),
                Combinators.combine(intervals, instants()).as(TimeRule::every),
                Combinators.combine(intervals, times(), times())
                        .filter((interval, from, to) -> !from.equals(to))
                        .as(TimeRule::every),
                Combinators.combine(calendars(), minutes, Arbitraries.of(Hours.class))
                        .as(TimeRule::afterOpen),
                Combinators.combine(calendars(), minutes, Arbitraries.of(Hours.class))
                        .as(TimeRule::beforeClose));
        return Arbitraries.oneOf(
                simple, simple, simple.list().ofMinSize(1).ofMaxSize(3).map(TimeRule::anyOf));
    }

    private static Arbitrary<TradingCalendar> calendars() {
        return Arbitraries.of(
                TradingCalendar.usEquity(),
                TradingCalendar.cmeIndexFutures(),
                TradingCalendar.forex(),
                TradingCalendar.crypto());
    }
}
