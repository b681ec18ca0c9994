package io.trainyard.schedule;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
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

    private static Schedule weekly(DayOfWeek day, String time, String zone) {
        return Schedule.of(DateRule.every(day), TimeRule.at(LocalTime.parse(time)), ZoneId.of(zone));
    }
}
