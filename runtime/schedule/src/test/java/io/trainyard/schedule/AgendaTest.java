package io.trainyard.schedule;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.schedule.Agenda.Due;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AgendaTest {

    /** A Saturday. */
    private static final Instant SATURDAY = Instant.parse("2024-03-02T12:00:00Z");

    private static final Instant SUNDAY_EIGHT = Instant.parse("2024-03-03T08:00:00Z");
    private static final Instant MONDAY_EIGHT = Instant.parse("2024-03-04T08:00:00Z");

    private final Agenda<String> agenda = new Agenda<>();

    @Test
    void has_nothing_due_when_nothing_was_added() {
        assertThat(agenda.next()).isEmpty();
        assertThat(agenda.poll(Instant.MAX)).isEmpty();
    }

    @Test
    void is_due_at_deployment_once() {
        agenda.add("fit", List.of(Schedule.atDeployment()), SATURDAY);
        assertThat(agenda.poll(SATURDAY.minusNanos(1))).isEmpty();
        assertThat(agenda.poll(SATURDAY)).contains(new Due<>("fit", SATURDAY));
        assertThat(agenda.next()).isEmpty();
    }

    @Test
    void is_due_at_an_instant_that_falls_on_deployment() {
        agenda.add("fit", List.of(weekly(SUNDAY)), SUNDAY_EIGHT);
        assertThat(agenda.next()).contains(SUNDAY_EIGHT);
    }

    @Test
    void counts_an_instant_of_several_schedules_once() {
        agenda.add("fit", List.of(Schedule.atDeployment(), weekly(SUNDAY), weekly(SUNDAY, MONDAY)), SUNDAY_EIGHT);
        assertThat(drain(MONDAY_EIGHT)).containsExactly(new Due<>("fit", SUNDAY_EIGHT), new Due<>("fit", MONDAY_EIGHT));
    }

    @Test
    void hands_out_in_order_of_time_and_twins_in_order_of_addition() {
        agenda.add("second", List.of(weekly(MONDAY)), SATURDAY);
        agenda.add("third", List.of(weekly(MONDAY)), SATURDAY);
        agenda.add("first", List.of(weekly(SUNDAY)), SATURDAY);
        agenda.add("last", List.of(weekly(MONDAY)), SATURDAY);
        assertThat(drain(MONDAY_EIGHT)).extracting(Due::what).containsExactly("first", "second", "third", "last");
    }

    @Test
    void keeps_the_order_of_twins_after_they_moved_on() {
        agenda.add("b", List.of(weekly(MONDAY)), SATURDAY);
        agenda.add("a", List.of(weekly(SUNDAY, MONDAY)), SATURDAY);
        assertThat(drain(MONDAY_EIGHT)).extracting(Due::what).containsExactly("a", "b", "a");
    }

    @Test
    void lists_what_is_on_it_in_order_of_addition() {
        agenda.add("b", List.of(weekly(MONDAY)), SATURDAY);
        agenda.add("a", List.of(weekly(SUNDAY)), SATURDAY);
        assertThat(agenda.entries()).containsExactly("b", "a");
    }

    private static Schedule weekly(DayOfWeek... days) {
        return Schedule.of(DateRule.every(days), TimeRule.at(LocalTime.of(8, 0)), ZoneOffset.UTC);
    }

    private List<Due<String>> drain(Instant now) {
        List<Due<String>> all = new ArrayList<>();
        for (Optional<Due<String>> due = agenda.poll(now); due.isPresent(); due = agenda.poll(now)) {
            all.add(due.get());
        }
        return all;
    }
}
