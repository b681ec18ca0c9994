package io.trainyard.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** LEAN's table of the order in which events fire, on an agenda; the core runs it through a host. */
class EventSequencesTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Rows that speak of something that is not a schedule's, or that is otherwise here on purpose. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "RH-03", "LEAN drains one event before the next; an agenda is chronological always, as in RH-05",
            "RH-07",
                    "LEAN's scan before a slice stops short of T; an agenda fires what is due at T when it is asked at T",
            "RH-09", "twins fire in the order in which they were added, as in RH-29, whichever fired last",
            "RH-17", "a calendar is a value: a closure announced later is a new calendar, closedAlsoOn",
            "RH-19", "as RH-17",
            "RH-21", "nothing is refreshed behind a strategy's back",
            "RH-31", "a market that is not known is refused, not guessed",
            "RH-33", "weakness 35");

    static Stream<CaseTable.Row> rows() {
        return CaseTable.rows("event-handler-sequences");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void events_fire_in_the_order_of_the_table(CaseTable.Row row) {
        switch (row.id()) {
            case "RH-01" ->
                assertThat(fired("2019-01-01T00:01:00Z", "1@-10 +5", "2@+1", "3@+10"))
                        .containsExactly("2@1");
            case "RH-05" ->
                assertThat(fired("2019-01-02T00:00:00Z", "A@+0 +10", "B@+1 +2"))
                        .containsExactly("A@0", "B@1", "B@2", "A@10");
            case "RH-11" ->
                assertThat(fired("2019-01-02T00:00:00Z", "1@+10", "2@+1")).containsExactly("2@1", "1@10");
            case "RH-13" ->
                assertThat(fired("2019-01-02T00:00:00Z", "1@+10", "2@+1", "2@+3", "2@+50"))
                        .containsExactly("2@1", "2@3", "1@10", "2@50");
            case "RH-15" -> {
                TradingCalendar spy = TradingCalendar.usEquity();
                Schedule weekly = Schedule.of(
                        DateRule.startOf(CalendarPeriod.WEEK, 0, spy),
                        TimeRule.beforeClose(spy, Duration.ofMinutes(3), Hours.REGULAR),
                        ZoneOffset.UTC);
                assertThat(weekly.between(Instant.parse("2024-02-10T00:00:00Z"), Instant.parse("2024-04-01T00:00:00Z")))
                        .map(Instant::toString)
                        .containsExactly(row.get("expected").split(",", -1));
            }
            case "RH-23" ->
                assertThat(everySixHours(Duration.ofHours(6), "2013-10-04T17:00:00", "2013-10-08T12:00:00"))
                        .startsWith("2013-10-04T18:00", "2013-10-05T00:00", "2013-10-05T06:00")
                        .endsWith("2013-10-08T00:00", "2013-10-08T06:00", "2013-10-08T12:00")
                        .hasSize(16);
            case "RH-25" ->
                // one more than LEAN, which loses the last for want of a slice
                assertThat(everySixHours(Duration.ofHours(6), "2016-12-31T23:00:00", "2017-02-01T23:59:59"))
                        .hasSize(128)
                        .allMatch(time -> time.matches(".*T(00|06|12|18):00"));
            case "RH-27" ->
                assertThat(everySixHours(Duration.ofDays(1), "2016-12-31T23:00:00", "2017-02-01T23:59:59"))
                        .hasSize(32)
                        .allMatch(time -> time.endsWith("T00:00"));
            case "RH-29" -> assertThatTwinsFireInTheOrderOfTheirAddition();
            default -> assertThat(ELSEWHERE).containsKey(row.id());
        }
    }

    private static List<String> everySixHours(Duration interval, String after, String to) {
        return Schedule.of(DateRule.everyDay(), TimeRule.every(interval), NEW_YORK)
                .between(
                        LocalDateTime.parse(after).atZone(NEW_YORK).toInstant(),
                        LocalDateTime.parse(to).atZone(NEW_YORK).toInstant())
                .stream()
                .map(instant -> LocalDateTime.ofInstant(instant, NEW_YORK).toString())
                .toList();
    }

    /** What fires until an instant, of events with times in minutes from the start of 2019: their name, and the minute. */
    private static List<String> fired(String until, String... events) {
        Instant start = Instant.parse("2019-01-01T00:00:00Z");
        Agenda<String> agenda = new Agenda<>();
        for (String event : events) {
            List<Schedule> schedules = Arrays.stream(
                            event.substring(event.indexOf('@') + 1).split(" ", -1))
                    .map(minutes -> at(start.plus(Duration.ofMinutes(Long.parseLong(minutes)))))
                    .toList();
            agenda.add(event.substring(0, event.indexOf('@')), schedules, start);
        }
        return drain(agenda, Instant.parse(until)).stream()
                .map(due -> due.what() + "@" + Duration.between(start, due.at()).toMinutes())
                .toList();
    }

    private static Schedule at(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
        return Schedule.of(DateRule.on(local.toLocalDate()), TimeRule.at(local.toLocalTime()), ZoneOffset.UTC);
    }

    private static <T> List<Agenda.Due<T>> drain(Agenda<T> agenda, Instant until) {
        List<Agenda.Due<T>> fired = new ArrayList<>();
        for (Optional<Agenda.Due<T>> due = agenda.poll(until); due.isPresent(); due = agenda.poll(until)) {
            fired.add(due.get());
        }
        return fired;
    }

    private static void assertThatTwinsFireInTheOrderOfTheirAddition() {
        TradingCalendar spy = TradingCalendar.usEquity();
        List<TimeRule> times = List.of(
                TimeRule.at(LocalTime.of(9, 25)),
                TimeRule.beforeClose(spy, Duration.ofMinutes(5), Hours.REGULAR),
                TimeRule.at(LocalTime.of(16, 5)));
        Agenda<String> agenda = new Agenda<>();
        for (String twin : List.of("first", "second")) {
            for (TimeRule time : times) {
                Schedule schedule = Schedule.of(DateRule.tradingDays(spy), time, NEW_YORK);
                agenda.add(twin, List.of(schedule), Instant.parse("2013-10-07T04:00:00Z"));
            }
        }
        List<Agenda.Due<String>> fired = drain(agenda, Instant.parse("2013-10-12T04:00:00Z"));
        // LEAN loses the last two for want of a slice after them
        assertThat(fired).hasSize(30);
        for (int i = 0; i < fired.size(); i += 2) {
            assertThat(fired.get(i).what()).isEqualTo("first");
            assertThat(fired.get(i + 1))
                    .isEqualTo(new Agenda.Due<>("second", fired.get(i).at()));
        }
        assertThat(fired).extracting(Agenda.Due::at).isSorted();
    }
}
