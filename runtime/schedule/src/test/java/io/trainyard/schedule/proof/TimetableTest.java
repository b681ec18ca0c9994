package io.trainyard.schedule.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class TimetableTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant FROM = Instant.parse("2026-03-01T05:00:00Z");
    private static final Instant UNTIL = Instant.parse("2026-03-16T04:00:00Z");

    private static Schedule at(DayOfWeek day, String time) {
        return Schedule.of(DateRule.every(day), TimeRule.at(LocalTime.parse(time)), NEW_YORK);
    }

    private static Timetable timetable() {
        return Timetable.of(
                "sunday-trend",
                List.of(
                        new PlannedTraining(
                                "fit",
                                List.of(Schedule.atDeployment(), at(DayOfWeek.SUNDAY, "08:00")),
                                Duration.ofMinutes(20)),
                        new PlannedTraining(
                                "tune",
                                List.of(
                                        at(DayOfWeek.SUNDAY, "08:00"),
                                        Schedule.of(
                                                DateRule.nth(2, DayOfWeek.SUNDAY),
                                                TimeRule.at(LocalTime.of(8, 0)),
                                                NEW_YORK)),
                                Duration.ofSeconds(3_630))),
                FROM,
                UNTIL);
    }

    private static String golden(String name) throws IOException {
        try (InputStream in = TimetableTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void merges_and_names_what_is_due() {
        assertThat(timetable().entries())
                .extracting(entry -> entry.at() + " " + entry.training())
                .containsExactly(
                        "2026-03-01T05:00:00Z fit",
                        "2026-03-01T13:00:00Z fit",
                        "2026-03-01T13:00:00Z tune",
                        "2026-03-08T12:00:00Z fit",
                        "2026-03-08T12:00:00Z tune",
                        "2026-03-15T12:00:00Z fit",
                        "2026-03-15T12:00:00Z tune");
        assertThat(timetable().entries().get(0).schedules()).containsExactly("once, at deployment");
        assertThat(timetable().entries().get(4).schedules())
                .containsExactly(
                        "every Sunday at 08:00 America/New_York",
                        "on the second Sunday of the month at 08:00 America/New_York");
    }

    @Test
    void writes_text_for_people() {
        assertThat(timetable().toText(NEW_YORK)).isEqualTo("""
                sunday-trend: 7 trainings from Sun 2026-03-01 00:00 to Mon 2026-03-16 00:00 America/New_York

                Sun 2026-03-01 00:00  2026-03-01T05:00:00Z  fit   once, at deployment
                Sun 2026-03-01 08:00  2026-03-01T13:00:00Z  fit   every Sunday at 08:00 America/New_York
                Sun 2026-03-01 08:00  2026-03-01T13:00:00Z  tune  every Sunday at 08:00 America/New_York
                Sun 2026-03-08 08:00  2026-03-08T12:00:00Z  fit   every Sunday at 08:00 America/New_York
                Sun 2026-03-08 08:00  2026-03-08T12:00:00Z  tune  every Sunday at 08:00 America/New_York; on the second Sunday of the month at 08:00 America/New_York
                Sun 2026-03-15 08:00  2026-03-15T12:00:00Z  fit   every Sunday at 08:00 America/New_York
                Sun 2026-03-15 08:00  2026-03-15T12:00:00Z  tune  every Sunday at 08:00 America/New_York
                """);
    }

    @Test
    void writes_icalendar() throws IOException {
        assertThat(timetable().toICalendar().replace("\r\n", "\n")).isEqualTo(golden("timetable.ics"));
        assertThat(timetable().toICalendar().replace("\r\n", "")).doesNotContain("\n", "\r");
    }

    @Test
    void takes_the_stamp_that_is_given() {
        String stamped = timetable().toICalendar(Instant.parse("2026-02-03T04:05:06Z"));

        assertThat(stamped.lines().filter(line -> line.startsWith("DTSTAMP:")).distinct())
                .containsExactly("DTSTAMP:20260203T040506Z");
        assertThat(timetable()
                        .toICalendar()
                        .lines()
                        .filter(line -> line.startsWith("DTSTAMP:"))
                        .distinct())
                .containsExactly("DTSTAMP:20260301T050000Z");
    }

    @Test
    void folds_lines_at_75_octets_between_characters_and_loses_nothing() {
        String name = "träning,".repeat(20) + "\uD83D\uDE82".repeat(30);
        String calendar = Timetable.of(
                        "s;t\\u",
                        List.of(new PlannedTraining(name, List.of(Schedule.atDeployment()), Duration.ofHours(2))),
                        FROM,
                        UNTIL)
                .toICalendar();

        assertThat(Arrays.stream(calendar.split("\r\n")).mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length))
                .allMatch(octets -> octets <= 75)
                .anyMatch(octets -> octets == 75);
        assertThat(new String(calendar.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(calendar);
        assertThat(calendar.replace("\r\n ", ""))
                .contains("SUMMARY:s\\;t\\\\u: " + name.replace(",", "\\,") + "\r\n")
                .contains("\r\nDURATION:PT2H\r\n");
    }

    @Test
    void identifiers_are_unique_and_stay_the_same_in_a_longer_timetable() {
        List<PlannedTraining> trainings =
                List.of(new PlannedTraining("fit", List.of(at(DayOfWeek.SUNDAY, "08:00")), Duration.ofMinutes(20)));
        List<String> few = identifiers(Timetable.of("s", trainings, FROM, UNTIL));
        List<String> many = identifiers(Timetable.of("s", trainings, FROM.minus(Duration.ofDays(30)), UNTIL));

        assertThat(few).hasSize(3).doesNotHaveDuplicates();
        assertThat(many).containsAll(few);
    }

    private static List<String> identifiers(Timetable timetable) {
        return timetable
                .toICalendar()
                .lines()
                .filter(line -> line.startsWith("UID:"))
                .toList();
    }

    @Test
    void is_empty_where_nothing_is_due() {
        Timetable empty = Timetable.of("s", List.of(), FROM, UNTIL);

        assertThat(empty.entries()).isEmpty();
        assertThat(empty.toText(NEW_YORK)).startsWith("s: 0 trainings from");
        assertThat(empty.toICalendar()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
    }
}
