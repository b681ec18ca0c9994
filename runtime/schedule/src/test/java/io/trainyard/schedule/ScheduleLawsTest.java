package io.trainyard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.ClosedDates;
import io.trainyard.Gap;
import io.trainyard.Hours;
import io.trainyard.Overlap;
import io.trainyard.schedule.calendar.MarketHours;
import io.trainyard.schedule.calendar.Session.Kind;
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
import org.junit.jupiter.api.Test;

@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class ScheduleLawsTest {

    private static final Instant FIRST = Instant.parse("1950-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2110-01-01T00:00:00Z");

    private static final DayOfWeek[] LATE_IN_THE_WEEK = {
        DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY
    };

    /** Sessions with a break, the first before midnight and the last after it, in a zone that skipped a whole day. */
    private static final TradingCalendar NIGHTS = MarketHours.builder("nights", ZoneId.of("Pacific/Apia"))
            .session(Kind.PRE_MARKET, Duration.ofHours(-7), Duration.ofHours(8), LATE_IN_THE_WEEK)
            .session(Kind.REGULAR, Duration.ofHours(9), Duration.ofHours(12), LATE_IN_THE_WEEK)
            .session(Kind.REGULAR, Duration.ofHours(13), Duration.ofHours(17), LATE_IN_THE_WEEK)
            .session(Kind.POST_MARKET, Duration.ofHours(20), Duration.ofHours(40), DayOfWeek.SUNDAY)
            .closed(LocalDate.of(2024, 3, 8))
            .earlyClose(LocalDate.of(2024, 3, 9), LocalTime.of(10, 30))
            .lateOpen(LocalDate.of(2024, 3, 15), LocalTime.of(14, 0))
            .build();

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

    /** All of them, on the days around each clock change of ten years: one instant a date, in order, none twice. */
    @Test
    void every_zone_of_the_jdk_fires_once_a_date() {
        Instant from = Instant.parse("2020-01-01T00:00:00Z");
        Instant to = Instant.parse("2030-01-01T00:00:00Z");
        for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
            WallClock clock = WallClock.of(ZoneId.of(id));
            for (ZoneOffsetTransition change = clock.zone().getRules().nextTransition(from);
                    change != null && change.getInstant().isBefore(to);
                    change = clock.zone().getRules().nextTransition(change.getInstant())) {
                LocalTime time = change.getDateTimeBefore().toLocalTime();
                Instant start = clock.start(clock.date(change.getInstant()).minusDays(2));
                Instant end = clock.start(clock.date(change.getInstant()).plusDays(3));
                List<Instant> fired = Schedule.of(DateRule.everyDay(), TimeRule.at(time), clock)
                        .between(start.minusNanos(1), end.minusNanos(1));
                assertThat(fired).as(id + " " + change).hasSize(5).isSorted().doesNotHaveDuplicates();
            }
        }
    }

    @Property(tries = 300)
    void fires_twice_a_date_only_if_repeated_readings_count_twice(
            @ForAll("clocks") WallClock clock,
            @ForAll("times") LocalTime time,
            @ForAll("instants") Instant from,
            @ForAll("spans") Duration span) {
        List<Instant> fired =
                Schedule.of(DateRule.everyDay(), TimeRule.at(time), clock).between(from, from.plus(span));
        assertThat(fired).isSorted().doesNotHaveDuplicates();
        if (clock.overlap() != Overlap.BOTH) {
            assertThat(fired.stream()
                            .map(instant -> LocalDateTime.ofInstant(instant, clock.zone()))
                            .filter(reading -> reading.toLocalTime().equals(time)))
                    .doesNotHaveDuplicates();
        }
    }

    @Property(tries = 300)
    void binding_to_a_deployment_twice_is_binding_once(
            @ForAll("deployed") Schedule schedule,
            @ForAll("instants") Instant deployed,
            @ForAll("instants") Instant later) {
        Schedule bound = schedule.boundAt(deployed);
        assertThat(bound.boundAt(deployed)).isEqualTo(bound);
        assertThat(bound.from(deployed.minusNanos(1), deployed.plus(Duration.ofDays(3))))
                .toIterable()
                .isEqualTo(bound.between(deployed.minusNanos(1), deployed.plus(Duration.ofDays(3))));
        assertThat(schedule.boundAt(later).boundAt(deployed)).isEqualTo(bound);
    }

    @Provide
    Arbitrary<Schedule> deployed() {
        Arbitrary<DateRule> dates = Arbitraries.oneOf(
                Arbitraries.of(DateRule.today(), DateRule.tomorrow()),
                Combinators.combine(Arbitraries.of(DateRule.today(), DateRule.tomorrow()), dateRules())
                        .as(DateRule::or),
                Combinators.combine(dateRules(), Arbitraries.of(DateRule.today(), DateRule.tomorrow()))
                        .as(DateRule::except),
                dateRules());
        Arbitrary<TimeRule> times = Arbitraries.oneOf(
                Arbitraries.just(TimeRule.now()),
                timeRules(),
                timeRules().map(rule -> TimeRule.anyOf(TimeRule.now(), rule)));
        return Combinators.combine(dates, times, clocks()).as(Schedule::of);
    }

    @Property(tries = 100)
    void dates_moved_off_closed_days_are_trading_days_and_trading_days_stay(
            @ForAll("dateRules") DateRule rule, @ForAll("instants") Instant around) {
        LocalDate start = LocalDate.ofInstant(around, ZoneId.of("UTC"));
        TradingCalendar calendar = TradingCalendar.usEquity();
        for (ClosedDates policy : ClosedDates.values()) {
            DateRule moved = rule.onClosed(calendar, policy);
            for (LocalDate date : start.datesUntil(start.plusDays(12)).toList()) {
                boolean open = calendar.isOpen(date, Hours.REGULAR);
                assertThat(moved.contains(date) && !open).isFalse();
                assertThat(rule.contains(date) && open && !moved.contains(date)).isFalse();
            }
        }
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
                Combinators.combine(calendars().list().ofMinSize(1).ofMaxSize(3), minutes, Arbitraries.of(Hours.class))
                        .as(TimeRule::afterFirstOpen),
                Combinators.combine(calendars().list().ofMinSize(1).ofMaxSize(3), minutes, Arbitraries.of(Hours.class))
                        .as(TimeRule::afterLastClose),
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
                TradingCalendar.crypto(),
                NIGHTS,
                TradingCalendar.usEquity()
                        .closedAlsoOn(List.of(LocalDate.of(2024, 3, 11), LocalDate.of(2011, 12, 30))));
    }
}
