package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Cost;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import io.trainyard.training.ledger.MemoryLedger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process ends, another one follows: with a ledger it goes on where the first one stopped. */
final class LiveRestartTest {

    private static final BarSource BARS = weekdays("2013-09-02", "2013-12-31");
    private static final Schedule DAILY =
            Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(8, 0)), NEW_YORK);

    private final MemoryStore store = new MemoryStore(Quota.of(Plan.PRIME));
    private final MemoryLedger ledger = new MemoryLedger(() -> Instant.EPOCH);

    private static Instant startOf(String day) {
        return LocalDate.parse(day).atStartOfDay(NEW_YORK).toInstant();
    }

    private LiveRun run(Misfires misfires, Instant from, Instant to) throws InterruptedException {
        Tape tape = Tape.of(List.of(BARS.load(new Subscription("SPY", Resolution.DAILY))));
        DeclaredByHand strategy = new DeclaredByHand()
                .due(Schedule.atDeployment(), DAILY)
                .policy(RunPolicy.standard().charged(Cost.LIMIT))
                .missed(misfires);
        try (LiveRun run = new Live(strategy)
                .past(BARS)
                .feed(ReplayFeed.of(tape).from(from).to(to))
                .virtualTime(from, to)
                .quota(new TrainingQuota(Duration.ofHours(2), Duration.ofMinutes(1), Duration.ofDays(1)))
                .store(store)
                .ledger(ledger)
                .start()) {
            assertThat(run.await(Duration.ofSeconds(30))).isTrue();
            return run;
        }
    }

    private static List<String> dues(LiveRun run) {
        return run.trainings().stream()
                .map(TrainingRun::due)
                .map(due -> due.atZone(NEW_YORK).toLocalDateTime().toString())
                .toList();
    }

    @Test
    void the_last_missed_run_is_made_up_for_and_deployment_does_not_come_twice() throws InterruptedException {
        LiveRun first = run(Misfires.once(Duration.ofDays(7)), startOf("2013-10-07"), startOf("2013-10-09"));
        LiveRun second = run(Misfires.once(Duration.ofDays(7)), startOf("2013-10-14"), startOf("2013-10-15"));

        assertThat(dues(first)).containsExactly("2013-10-07T00:00", "2013-10-07T08:00", "2013-10-08T08:00");
        assertThat(dues(second)).containsExactly("2013-10-13T08:00", "2013-10-14T08:00");
        assertThat(second.trainings()).extracting(TrainingRun::number).containsExactly(4, 5);
        assertThat(second.restorations())
                .allSatisfy(restored -> assertThat(restored.version()).isNotNull());
    }

    @Test
    void all_or_none_of_the_missed_runs_are_made_up_for_if_that_is_declared() throws InterruptedException {
        run(Misfires.all(Duration.ofDays(3)), startOf("2013-10-07"), startOf("2013-10-09"));
        assertThat(dues(run(Misfires.all(Duration.ofDays(3)), startOf("2013-10-14"), startOf("2013-10-15"))))
                .containsExactly("2013-10-11T08:00", "2013-10-12T08:00", "2013-10-13T08:00", "2013-10-14T08:00");
    }

    @Test
    void a_restart_does_not_refill_the_budget() throws InterruptedException {
        LiveRun first = run(Misfires.skip(), startOf("2013-10-07"), startOf("2013-10-09"));
        Duration before = first.budget().level(startOf("2013-10-09"));
        LiveRun second = run(
                Misfires.skip(), startOf("2013-10-09"), startOf("2013-10-09").plusSeconds(1));

        // three runs of ten minutes, of which two minutes have come back in two days
        assertThat(before).isEqualTo(Duration.ofMinutes(28));
        assertThat(second.budget().level(startOf("2013-10-09"))).isEqualTo(before);
    }

    @Test
    void another_declaration_is_a_new_deployment() throws InterruptedException {
        run(Misfires.skip(), startOf("2013-10-07"), startOf("2013-10-08"));

        LiveRun second = run(Misfires.once(Duration.ofDays(1)), startOf("2013-10-08"), startOf("2013-10-09"));

        assertThat(dues(second)).containsExactly("2013-10-08T00:00", "2013-10-08T08:00");
    }
}
