package io.trainyard.training.ledger;

import static io.trainyard.training.ledger.Story.KEY;
import static io.trainyard.training.ledger.Story.START;
import static io.trainyard.training.ledger.Story.STRATEGY;
import static io.trainyard.training.ledger.Story.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.LeakyBucket;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.training.ledger.OpenRun.Stage;
import io.trainyard.training.ledger.Recovered.OfStrategy;
import io.trainyard.training.ledger.Recovered.OfTraining;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every ledger does. {@link #restart} gives the ledger as a process finds it that starts after this one has died. */
abstract class RunLedgerContract {

    RunLedger ledger;
    Story story;

    /** A new ledger. */
    abstract RunLedger begin();

    /** The ledger as it is found after a crash. */
    abstract RunLedger restart(RunLedger before);

    @BeforeEach
    void begins() {
        ledger = begin();
        story = new Story(ledger);
    }

    @AfterEach
    void closes() {
        ledger.close();
    }

    private OfStrategy afterCrash() {
        ledger = restart(ledger);
        story.goesOnIn(ledger);
        return ledger.recover().strategy(STRATEGY).orElseThrow();
    }

    private OfTraining training() {
        return afterCrash().training("fit").orElseThrow();
    }

    private List<LedgerEntry> entries() {
        List<LedgerEntry> entries = new ArrayList<>();
        ledger.read(entries::add);
        return entries;
    }

    @Test
    void entries_are_numbered_from_one_and_come_back_as_they_were() {
        List<LedgerEntry> written = new ArrayList<>();
        written.add(ledger.append(START, new RunEvent.Deployed(STRATEGY, "a b=c%20#\r\n\t\u007f\u00fc")));
        story.everything();

        ledger = restart(ledger);

        assertThat(entries()).startsWith(written.get(0));
        assertThat(entries()).extracting(LedgerEntry::sequence).first().isEqualTo(1L);
        assertThat(entries()).extracting(LedgerEntry::sequence).last().isEqualTo((long)
                entries().size());
        assertThat(ledger.recover().entries()).isEqualTo(entries().size());
    }

    @Test
    void an_occasion_is_taken_once() {
        assertThat(story.due(0)).isEqualTo(1);

        assertThat(ledger.claim(week(0), STRATEGY, "fit", week(0))).isEmpty();
        assertThat(ledger.claim(week(0), STRATEGY, "other", week(0))).hasValue(2);
        ledger = restart(ledger);
        assertThat(ledger.claim(week(1), STRATEGY, "fit", week(0))).isEmpty();
        assertThat(ledger.claim(week(1), "Another", "fit", week(0))).hasValue(3);
    }

    @Test
    void an_occasion_that_is_long_past_is_not_taken_again() {
        for (int i = 0; i < 20; i++) {
            story.failed(i);
        }

        ledger = restart(ledger);

        for (int i = 0; i < 20; i++) {
            assertThat(ledger.claim(week(20), STRATEGY, "fit", week(i))).isEmpty();
        }
    }

    @Test
    void the_clock_may_run_ahead_and_be_set_back_without_running_anything_twice_or_missing_what_is_due() {
        story.failed(0);
        story.failed(1);
        for (int i = 500; i < 506; i++) {
            story.failed(i);
        }

        assertThat(training().handledBy(week(1).plusSeconds(1), START)).isEqualTo(week(1));
        assertThat(ledger.claim(week(1), STRATEGY, "fit", week(1))).isEmpty();
        assertThat(ledger.claim(week(2), STRATEGY, "fit", week(2))).isPresent();
        assertThat(ledger.claim(week(2), STRATEGY, "fit", week(2))).isEmpty();
    }

    @Test
    void a_clock_that_ran_ahead_for_long_does_not_stop_the_trainings_until_then() {
        story.failed(0);
        for (int i = 500; i < 520; i++) {
            story.failed(i);
        }

        assertThat(training().handledBy(week(1), START)).isEqualTo(START);
        assertThat(ledger.claim(week(1), STRATEGY, "fit", week(1))).isPresent();
        assertThat(ledger.claim(week(1), STRATEGY, "fit", week(1))).isEmpty();
        assertThat(ledger.claim(week(2), STRATEGY, "fit", week(2))).isPresent();
        assertThat(training().handledBy(week(2), START)).isEqualTo(week(2));
    }

    @Test
    void what_was_missed_is_made_up_for_after_what_was_handled() {
        story.deployed();
        story.succeeded(0);
        story.succeeded(1);
        Schedule sundays =
                Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(13, 0)), ZoneOffset.UTC);

        Instant now = week(4).plusSeconds(60);
        Instant handled = training().handledBy(now, START);

        assertThat(Misfires.all(Duration.ofDays(365)).toMakeUp(sundays, handled, now))
                .containsExactly(week(2), week(3), week(4));
        assertThat(Misfires.once(Duration.ofDays(365)).toMakeUp(sundays, handled, now))
                .containsExactly(week(4));
    }

    @Test
    void a_training_that_was_never_due_is_handled_up_to_its_deployment() {
        assertThat(OfTraining.NEW.handledBy(week(3), START)).isEqualTo(START);
    }

    @Test
    void a_run_that_was_due_and_not_begun_is_open() {
        story.due(0);

        assertThat(afterCrash().open()).singleElement().satisfies(run -> {
            assertThat(run.stage()).isEqualTo(Stage.DUE);
            assertThat(run.due()).isEqualTo(week(0));
            assertThat(run.wasAtWork()).isFalse();
        });
        assertThat(afterCrash().closing()).isEmpty();
    }

    @Test
    void a_run_that_waits_says_until_when() {
        Instant room = week(0).plusSeconds(90);
        ledger.append(week(0), new RunEvent.Deferred(STRATEGY, story.due(0), room, "no room"));
        long failing = story.due(1);
        story.started(1, failing, 1);
        story.ended(1, failing, 1, RunEnd.FAILED, room);

        assertThat(afterCrash().open()).allSatisfy(run -> {
            assertThat(run.stage()).isEqualTo(Stage.WAITING);
            assertThat(run.waitsUntil()).hasValue(room);
        });
        assertThat(afterCrash().open()).extracting(OpenRun::attempt).containsExactly(0, 1);
    }

    @Test
    void a_run_that_was_at_work_has_crashed_and_counts_as_a_failure() {
        story.started(0, story.due(0), 1);

        OfStrategy found = afterCrash();
        assertThat(found.open()).extracting(OpenRun::stage).containsExactly(Stage.RUNNING);
        found.closing().forEach(event -> ledger.append(week(1), event));

        assertThat(found.closing()).singleElement().isInstanceOfSatisfying(RunEvent.Ended.class, ended -> {
            assertThat(ended.end()).isEqualTo(RunEnd.CRASHED);
            assertThat(ended.took()).isEqualTo(Story.RESERVED);
        });
        assertThat(afterCrash().open()).isEmpty();
        assertThat(training().failures()).isEqualTo(1);
    }

    @Test
    void a_run_that_had_committed_has_succeeded_and_its_version_is_known() {
        long run = story.due(0);
        story.started(0, run, 1);
        story.committed(0, run);

        OfStrategy found = afterCrash();
        assertThat(found.open()).singleElement().satisfies(open -> {
            assertThat(open.stage()).isEqualTo(Stage.COMMITTED);
            assertThat(open.committed()).containsEntry(KEY, 1L);
            assertThat(open.published()).isEmpty();
        });
        assertThat(found.version(KEY)).hasValue(new Recovered.OfKey(1, null));
        found.closing().forEach(event -> ledger.append(week(1), event));

        assertThat(afterCrash().open()).isEmpty();
        assertThat(training().failures()).isZero();
    }

    @Test
    void a_crashed_run_is_charged_all_that_it_reserved_and_a_restart_refills_nothing() {
        LeakyBucket empty = LeakyBucket.empty(Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofDays(1), START);
        story.succeeded(0);
        story.started(1, story.due(1), 1);

        afterCrash().closing().forEach(event -> ledger.append(week(2), event));

        BudgetMark mark = ledger.recover().budget("tier").orElseThrow();
        assertThat(mark.level()).isEqualTo(Duration.ofMinutes(11));
        LeakyBucket found = empty.settle(Duration.ZERO, mark.level(), mark.asOf());
        assertThat(found.level(week(1))).isEqualTo(Duration.ofMinutes(11));
        assertThat(found.level(week(1).plus(Duration.ofDays(1)))).isEqualTo(Duration.ofMinutes(6));
    }

    @Test
    void failures_are_counted_until_one_succeeds_or_somebody_resumes() {
        story.failed(0);
        story.failed(1);
        assertThat(training().failures()).isEqualTo(2);

        story.succeeded(2);
        assertThat(training().failures()).isZero();

        story.failed(3);
        ledger.append(week(3), new RunEvent.Paused(STRATEGY, "fit", "too many"));
        assertThat(training().paused()).isEqualTo("too many");

        ledger.append(week(3), new RunEvent.Resumed(STRATEGY, "fit"));
        assertThat(training()).satisfies(training -> {
            assertThat(training.paused()).isNull();
            assertThat(training.failures()).isZero();
        });
    }

    @Test
    void a_stop_in_good_order_is_told_from_a_crash() {
        story.deployed();
        assertThat(afterCrash().stopped()).isFalse();

        ledger.append(week(1), new RunEvent.Stopped(STRATEGY));
        assertThat(afterCrash().stopped()).isTrue();

        story.deployed();
        assertThat(afterCrash().stopped()).isFalse();
        assertThat(afterCrash().fingerprint()).isEqualTo("code 1");
        assertThat(afterCrash().deployedAt()).isEqualTo(START);
    }

    @Test
    void tells_which_version_served_at_an_instant() {
        story.succeeded(0);
        story.succeeded(2);
        ledger = restart(ledger);

        assertThat(ledger.liveAt(STRATEGY, KEY, week(0).minusNanos(1))).isEmpty();
        assertThat(ledger.liveAt(STRATEGY, KEY, week(0)).orElseThrow().version())
                .isEqualTo(1);
        assertThat(ledger.liveAt(STRATEGY, KEY, week(2).minusNanos(1))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(ledger.liveAt(STRATEGY, KEY, week(9)).orElseThrow().version())
                .isEqualTo(2);
        assertThat(ledger.liveAt(STRATEGY, "another", week(9))).isEmpty();
        assertThat(ledger.liveAt("Another", KEY, week(9))).isEmpty();
    }

    @Test
    void of_two_versions_at_one_instant_the_one_written_last_serves() {
        ledger.append(week(0), new RunEvent.Published(STRATEGY, 0, KEY, 7, 3));
        ledger.append(week(0), new RunEvent.Published(STRATEGY, 0, KEY, 5, 3));

        assertThat(ledger.liveAt(STRATEGY, KEY, week(0)).orElseThrow().version())
                .isEqualTo(5);
        assertThat(afterCrash().version(KEY).orElseThrow().published())
                .isEqualTo(new Activation(2, week(0), 3, KEY, 5, 0));
    }

    @Test
    void an_instant_that_came_twice_means_the_second_time() {
        ledger.append(week(3), new RunEvent.Published(STRATEGY, 0, KEY, 1, 3));
        ledger.append(week(1), new RunEvent.Published(STRATEGY, 0, KEY, 2, 4));

        assertThat(ledger.liveAt(STRATEGY, KEY, week(2)).orElseThrow().version())
                .isEqualTo(2);
        assertThat(ledger.liveAt(STRATEGY, KEY, week(3)).orElseThrow().version())
                .isEqualTo(2);
    }

    @Test
    void activations_are_what_a_replay_needs() {
        long first = story.succeeded(0);
        long second = story.succeeded(2);
        ledger = restart(ledger);

        assertThat(ledger.activations(STRATEGY).list())
                .containsExactly(
                        new Activation(5, week(0), 0, KEY, 1, first), new Activation(10, week(2), 10, KEY, 2, second));
        assertThat(ledger.activations(STRATEGY).between(week(0), week(2)))
                .extracting(Activation::version)
                .containsExactly(2L);
    }

    @Test
    void runs_are_found_by_when_they_were_due() {
        story.succeeded(0);
        long failed = story.failed(1);
        story.succeeded(2);
        ledger = restart(ledger);

        assertThat(ledger.runs(STRATEGY, week(1), week(1))).singleElement().satisfies(run -> {
            assertThat(run.run()).isEqualTo(failed);
            assertThat(run.entries())
                    .extracting(entry -> entry.event().getClass().getSimpleName())
                    .containsExactly("Due", "Started", "Ended");
        });
        assertThat(ledger.runs(STRATEGY, START, week(2))).hasSize(3);
        assertThat(ledger.runs("Another", START, week(2))).isEmpty();
    }

    @Test
    void an_event_of_a_run_that_is_not_open_is_refused() {
        long run = story.succeeded(0);

        assertThatThrownBy(() -> story.started(0, run, 2)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> story.started(0, 99, 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> ledger.append(week(1), new RunEvent.Due(STRATEGY, 7, "fit", week(1))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(entries()).hasSize(5);
    }

    @Test
    void a_closed_ledger_takes_nothing() {
        ledger.close();

        assertThatThrownBy(story::deployed).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> story.due(0)).isInstanceOf(IllegalStateException.class);
    }
}
