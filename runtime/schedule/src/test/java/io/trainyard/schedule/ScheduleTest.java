package io.trainyard.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Gap;
import io.trainyard.Overlap;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void fires_on_sunday_at_eight_new_york_all_year() {
        Schedule schedule = weekly(SUNDAY, "08:00", "America/New_York");
        assertThat(schedule.between(Instant.parse("2024-03-01T00:00:00Z"), Instant.parse("2024-03-18T00:00:00Z")))
                .containsExactly(
                        Instant.parse("2024-03-03T13:00:00Z"),
                        Instant.parse("2024-03-10T12:00:00Z"),
                        Instant.parse("2024-03-17T12:00:00Z"));
    }

    @Test
    void next_is_strictly_after() {
        Schedule schedule = weekly(SUNDAY, "08:00", "UTC");
        Instant sunday = Instant.parse("2024-03-03T08:00:00Z");
        assertThat(schedule.next(sunday.minusNanos(1))).contains(sunday);
        assertThat(schedule.next(sunday)).contains(Instant.parse("2024-03-10T08:00:00Z"));
    }

    @Test
    void between_excludes_from_and_includes_to() {
        Schedule schedule = weekly(SUNDAY, "08:00", "UTC");
        Instant first = Instant.parse("2024-03-03T08:00:00Z");
        Instant second = Instant.parse("2024-03-10T08:00:00Z");
        assertThat(schedule.between(first, second)).containsExactly(second);
        assertThat(schedule.between(second, first)).isEmpty();
    }

    @Test
    void asks_for_the_times_of_no_date_far_beyond_the_end() {
        List<LocalDate> asked = new ArrayList<>();
        TimeRule never = (date, clock) -> {
            asked.add(date);
            return List.of();
        };
        Schedule schedule = Schedule.of(DateRule.everyDay(), never, NEW_YORK);

        assertThat(schedule.between(Instant.parse("2024-03-01T00:00:00Z"), Instant.parse("2024-03-18T00:00:00Z")))
                .isEmpty();
        assertThat(asked).contains(LocalDate.of(2024, 3, 10)).hasSizeLessThan(30);
    }

    @Test
    void names_the_single_rules_that_its_times_are_made_of() {
        TimeRule eight = TimeRule.at(LocalTime.of(8, 0));
        TimeRule hourly = TimeRule.every(Duration.ofHours(1));
        TimeRule noon = TimeRule.noon();
        RecurringSchedule nested = (RecurringSchedule)
                Schedule.of(DateRule.everyDay(), TimeRule.anyOf(TimeRule.anyOf(eight, hourly), noon), NEW_YORK);

        assertThat(nested.singleTimes()).containsExactly(eight, hourly, noon);
        assertThat(((RecurringSchedule) Schedule.of(DateRule.everyDay(), eight, NEW_YORK)).singleTimes())
                .containsExactly(eight);
    }

    @Test
    void a_skipped_wall_time_becomes_the_first_instant_after_the_gap() {
        Schedule schedule = weekly(SUNDAY, "02:30", "America/New_York");
        assertThat(schedule.next(Instant.parse("2024-03-09T00:00:00Z")))
                .contains(Instant.parse("2024-03-10T07:00:00Z"));
    }

    @Test
    void a_skipped_date_fires_when_the_next_one_starts() {
        // Samoa went from 29 to 31 December 2011
        Schedule schedule = weekly(FRIDAY, "08:00", "Pacific/Apia");
        assertThat(schedule.between(Instant.parse("2011-12-25T00:00:00Z"), Instant.parse("2012-01-08T00:00:00Z")))
                .containsExactly(Instant.parse("2011-12-30T10:00:00Z"), Instant.parse("2012-01-05T18:00:00Z"));
    }

    @Test
    void at_deployment_has_no_further_instant() {
        assertThat(Schedule.atDeployment().dueAtDeployment()).isTrue();
        assertThat(Schedule.atDeployment().next(Instant.EPOCH)).isEmpty();
        assertThat(weekly(SUNDAY, "08:00", "UTC").dueAtDeployment()).isFalse();
    }

    @Test
    void ends_quietly_at_the_end_of_time() {
        assertThat(weekly(SUNDAY, "08:00", "America/New_York").next(Instant.MAX))
                .isEmpty();
    }

    @Test
    void gives_up_where_no_date_has_an_instant() {
        Schedule never = Schedule.of(DateRule.every(SUNDAY), (date, clock) -> List.of(), NEW_YORK);
        assertThat(never.next(Instant.EPOCH)).isEmpty();
    }

    @Test
    void a_weekly_rule_names_a_day() {
        assertThatThrownBy(() -> DateRule.every()).hasMessageContaining("at least one day");
    }

    @Test
    void no_month_has_a_sixth_of_a_day() {
        for (int n : new int[] {0, 6, -6, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertThatThrownBy(() -> DateRule.nth(n, FRIDAY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a first to a fifth");
        }
    }

    @Test
    void a_repeated_wall_time_is_read_as_stated() {
        WallClock clock = WallClock.of(NEW_YORK);
        LocalDateTime reading = LocalDateTime.parse("2024-11-03T01:30:00.5");
        Instant first = Instant.parse("2024-11-03T05:30:00.5Z");
        Instant second = Instant.parse("2024-11-03T06:30:00.5Z");
        assertThat(clock.instants(reading)).containsExactly(second);
        assertThat(clock.with(Overlap.EARLIER).instants(reading)).containsExactly(first);
        assertThat(clock.with(Overlap.BOTH).instants(reading)).containsExactly(first, second);
    }

    @Test
    void a_skipped_wall_time_is_left_out_where_that_is_stated() {
        WallClock clock = WallClock.of(NEW_YORK).with(Gap.SKIP);
        assertThat(clock.instants(LocalDateTime.parse("2024-03-10T02:30:00"))).isEmpty();
        assertThat(Schedule.of(DateRule.every(SUNDAY), TimeRule.at(LocalTime.of(2, 30)), clock)
                        .next(Instant.parse("2024-03-09T00:00:00Z")))
                .contains(Instant.parse("2024-03-17T06:30:00Z"));
    }

    @Test
    void a_wall_time_repeats_although_its_date_seemed_over() {
        // Newfoundland set its clocks back at 00:01, to 23:01 of the day before
        Schedule schedule = weekly(DayOfWeek.SATURDAY, "23:30", "America/St_Johns");
        assertThat(schedule.next(Instant.parse("2006-10-29T02:30:30Z")))
                .contains(Instant.parse("2006-10-29T03:00:00Z"));
    }

    @Test
    void every_instant_comes_once_with_both_readings_too() {
        Schedule schedule = Schedule.of(
                DateRule.everyDay(),
                TimeRule.at(LocalTime.of(1, 30)),
                WallClock.of(NEW_YORK).with(Overlap.BOTH));
        assertThat(schedule.between(Instant.parse("2024-11-02T12:00:00Z"), Instant.parse("2024-11-04T12:00:00Z")))
                .containsExactly(
                        Instant.parse("2024-11-03T05:30:00Z"),
                        Instant.parse("2024-11-03T06:30:00Z"),
                        Instant.parse("2024-11-04T06:30:00Z"));
    }

    @Test
    void an_agenda_binds_what_counts_from_deployment() {
        Agenda<String> agenda = new Agenda<>();
        Instant deployedAt = Instant.parse("2024-03-08T15:00:00Z");
        agenda.add(
                "fit",
                List.of(
                        Schedule.of(DateRule.today(), TimeRule.now(), NEW_YORK),
                        Schedule.of(DateRule.tomorrow(), TimeRule.noon(), NEW_YORK)),
                deployedAt);
        assertThat(agenda.poll(Instant.MAX).map(Agenda.Due::at)).contains(deployedAt);
        assertThat(agenda.poll(Instant.MAX).map(Agenda.Due::at)).contains(Instant.parse("2024-03-09T17:00:00Z"));
        assertThat(agenda.poll(Instant.MAX)).isEmpty();
    }

    private static Schedule weekly(DayOfWeek day, String time, String zone) {
        return Schedule.of(DateRule.every(day), TimeRule.at(LocalTime.parse(time)), ZoneId.of(zone));
    }
}
