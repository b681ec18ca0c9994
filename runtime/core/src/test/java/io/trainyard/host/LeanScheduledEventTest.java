package io.trainyard.host;

import static io.trainyard.host.OneWeek.daily;
import static io.trainyard.host.OneWeek.dues;
import static io.trainyard.host.OneWeek.outcomes;
import static io.trainyard.host.OneWeek.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.schedule.Agenda;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingRun;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** LEAN's table of scheduled events, read as intent: on an agenda, and where the row speaks of callbacks, as trainings. */
final class LeanScheduledEventTest {

    private static final Instant T = Instant.parse("2015-08-11T10:30:00Z");
    private static final Instant BEFORE = T.minusSeconds(86_400);
    private static final Instant DAY_LATER = T.plusSeconds(86_400);

    private static final Map<String, Executable> MEANINGS = Map.ofEntries(
            Map.entry("SE-01", () -> assertThat(fired(agenda(BEFORE, T), T)).containsExactly(T)),
            Map.entry("SE-02", () -> assertThat(agenda(BEFORE).next()).isEmpty()),
            Map.entry("SE-03", () -> assertThat(drained(T).next()).isEmpty()),
            Map.entry(
                    "SE-04",
                    () -> assertThat(fired(agenda(BEFORE, T.minusSeconds(2), T.minusSeconds(1), T), T))
                            .containsExactly(T.minusSeconds(2), T.minusSeconds(1), T)),
            Map.entry(
                    "SE-05",
                    () -> assertThat(agenda(T, T.minusSeconds(2), T.minusSeconds(1), T)
                                    .next())
                            .contains(T)),
            Map.entry(
                    "SE-06",
                    () -> assertThat(agenda(T, T, T.plusSeconds(1)).next()).contains(T)),
            Map.entry("SE-07", () -> {
                Agenda<String> agenda = agenda(BEFORE, T);
                assertThat(fired(agenda, T.minusSeconds(1))).isEmpty();
                assertThat(fired(agenda, T)).containsExactly(T);
            }),
            Map.entry("SE-08", () -> {
                Agenda<String> agenda = agenda(BEFORE, T);
                assertThat(fired(agenda, T.minusNanos(1))).isEmpty();
                assertThat(fired(agenda, DAY_LATER)).containsExactly(T);
            }),
            Map.entry("SE-09", () -> {
                Agenda<String> agenda = agenda(BEFORE, T, DAY_LATER);
                assertThat(fired(agenda, T)).containsExactly(T);
                assertThat(fired(agenda, DAY_LATER)).containsExactly(DAY_LATER);
            }),
            Map.entry(
                    "SE-10",
                    () -> assertThat(fired(drained(T), T.plusSeconds(3_155_760_000L)))
                            .isEmpty()),
            Map.entry("SE-11", () -> {
                Agenda<String> agenda = new Agenda<>();
                agenda.add("event", List.of(at(T)), BEFORE);
                agenda.add("event", List.of(at(T)), BEFORE);
                assertThat(fired(agenda, T)).containsExactly(T, T);
            }),
            Map.entry(
                    "SE-14",
                    () -> assertThat(run(new DeclaredByHand()).trainings())
                            .extracting(TrainingRun::training)
                            .containsOnly("fit")),
            // paused stands for disabled
            Map.entry("SE-15", () -> {
                BacktestResult result = run(failing(RunPolicy.standard().pausedAfter(1)));
                assertThat(outcomes(result).subList(1, 8)).allMatch(Outcome.Skipped.class::isInstance);
                assertThat(dues(result)).hasSize(8).isSorted().doesNotHaveDuplicates();
            }),
            Map.entry("SE-16", () -> {
                BacktestResult result = run(failing(RunPolicy.standard()));
                assertThat(outcomes(result)).hasSize(8).allMatch(Outcome.Failed.class::isInstance);
                assertThat(dues(result)).doesNotHaveDuplicates();
            }),
            Map.entry("SE-17", () -> {
                Agenda<String> agenda = new Agenda<>();
                agenda.add("later", List.of(at(DAY_LATER)), BEFORE);
                agenda.add("sooner", List.of(at(T)), BEFORE);
                assertThat(agenda.entries()).containsExactly("later", "sooner");
            }));

    private static final Map<String, String> ELSEWHERE = Map.of(
            "SE-12", "a training is named, not compared: no handle leaves the host",
            "SE-13", "as SE-12");

    static Stream<Arguments> rows() {
        return LeanTable.rows("scheduled-event.tsv", MEANINGS, ELSEWHERE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void does_what_the_row_means(Executable meaning) throws Throwable {
        meaning.execute();
    }

    private static DeclaredByHand failing(RunPolicy policy) {
        return new DeclaredByHand().due(daily(8, 0)).policy(policy).trains(host -> () -> {
            throw new IllegalStateException("no convergence");
        });
    }

    private static Schedule at(Instant instant) {
        var local = instant.atOffset(ZoneOffset.UTC);
        return Schedule.of(DateRule.on(local.toLocalDate()), TimeRule.at(local.toLocalTime()), ZoneOffset.UTC);
    }

    /** One event with these times, put on the agenda at {@code from}. */
    private static Agenda<String> agenda(Instant from, Instant... instants) {
        Agenda<String> agenda = new Agenda<>();
        agenda.add("event", Stream.of(instants).map(LeanScheduledEventTest::at).toList(), from);
        return agenda;
    }

    private static List<Instant> fired(Agenda<String> agenda, Instant scan) {
        List<Instant> fired = new ArrayList<>();
        for (var due = agenda.poll(scan); due.isPresent(); due = agenda.poll(scan)) {
            fired.add(due.get().at());
        }
        return fired;
    }

    private static Agenda<String> drained(Instant instant) {
        Agenda<String> agenda = agenda(BEFORE, instant);
        assertThat(fired(agenda, instant)).containsExactly(instant);
        return agenda;
    }
}
