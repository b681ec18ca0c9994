package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Better;
import io.trainyard.Plan;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.Birth;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.store.VersionEntry;
import io.trainyard.training.ModelState;
import io.trainyard.training.Outcome;
import io.trainyard.training.PromotionGate;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.ledger.LedgerEntry;
import io.trainyard.training.ledger.MemoryLedger;
import io.trainyard.training.ledger.RunEnd;
import io.trainyard.training.ledger.RunEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Iterator;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models with a gate: what a candidate that is refused changes, and what it leaves alone. */
final class PromotionTest {

    private static final ObjectKey MODEL = ObjectKey.of("model");

    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
    private final DeclaredByHand strategy = new DeclaredByHand()
            .due(Schedule.of(DateRule.everyDay(), TimeRule.at(LocalTime.of(8, 0)), DeclaredByHand.NEW_YORK))
            .gate(PromotionGate.on("rmse", Better.LOWER));

    private Backtest backtest(double... rmse) {
        Iterator<Double> results = java.util.Arrays.stream(rmse).iterator();
        strategy.trains(host -> () -> {
            double result = results.hasNext() ? results.next() : 9;
            host.training().metric("rmse", result);
            return "model of " + result;
        });
        return new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-09"))
                .store(store);
    }

    private static void save(MemoryStore store, String savedAt, double rmse) {
        store.commit(
                MODEL,
                "live".getBytes(StandardCharsets.UTF_8),
                Birth.at(Instant.parse(savedAt)).withMetrics(Map.of("rmse", rmse)));
    }

    @Test
    void a_refused_candidate_is_kept_and_the_model_in_place_stays() {
        BacktestResult result = backtest(0.5, 0.6, 0.7).run();

        assertThat(strategy.model).isEqualTo("model of 0.5");
        assertThat(strategy.cell.state()).isEqualTo(ModelState.READY);
        assertThat(strategy.cell.version()).isEqualTo(store.head(MODEL));
        assertThat(store.list(MODEL)).extracting(VersionEntry::candidate).containsExactly(false, true, true);
        assertThat(result.trainings().get(1).outcome()).isInstanceOfSatisfying(Outcome.NotPromoted.class, held -> {
            assertThat(held.candidate()).isEqualTo(store.versions(MODEL).get(1));
            assertThat(held.champion()).isEqualTo(store.versions(MODEL).get(0));
            assertThat(held.reason()).isEqualTo("its rmse of 0.6 is not at most 0.5, and the champion has 0.5");
        });
    }

    @Test
    void a_better_one_takes_the_place_and_is_the_next_champion() {
        BacktestResult result = backtest(0.5, 0.3, 0.4).run();

        assertThat(strategy.model).isEqualTo("model of 0.3");
        assertThat(result.trainings().get(1).outcome()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(result.trainings().get(2).outcome()).isInstanceOf(Outcome.NotPromoted.class);
    }

    @Test
    void without_a_champion_a_bound_alone_decides() {
        strategy.gate(PromotionGate.on("rmse", Better.LOWER).atMost(0.2));

        backtest(0.5, 0.2, 0.1).run();

        assertThat(store.list(MODEL)).extracting(VersionEntry::candidate).containsExactly(true, false, false);
    }

    @Test
    void a_champion_of_the_future_is_not_met() {
        MemoryStore live = new MemoryStore(Quota.of(Plan.FREE));
        save(live, "2013-10-01T00:00:00Z", 0.8);
        save(live, "2013-10-20T00:00:00Z", 0.01);

        BacktestResult result = backtest(0.9, 0.7, 0.6).startingFrom(live).run();

        assertThat(result.trainings().get(0).outcome())
                .isInstanceOfSatisfying(
                        Outcome.NotPromoted.class,
                        held -> assertThat(held.reason()).endsWith("the champion has 0.8"));
        assertThat(strategy.model).isEqualTo("model of 0.6");
    }

    @Test
    void a_rule_that_throws_fails_the_run_and_nothing_is_stored() {
        strategy.gate(PromotionGate.judging("accepts", (candidate, champion) -> {
            throw new AssertionError("no such metric");
        }));

        BacktestResult result = backtest(0.5).run();

        assertThat(result.trainings().get(0).outcome()).isInstanceOf(Outcome.Failed.class);
        assertThat(store.list(MODEL)).isEmpty();
    }

    @Test
    void refusals_do_not_pause_a_training_and_the_ledger_knows_them() throws InterruptedException {
        strategy.policy(RunPolicy.standard().pausedAfter(1));
        backtest(0.5, 0.6, 0.7);
        MemoryLedger ledger = new MemoryLedger(InstantSource.fixed(Instant.EPOCH));
        PushedFeed feed = new PushedFeed();
        Instant from = Instant.parse("2013-10-07T04:00:00Z");
        Instant to = Instant.parse("2013-10-10T04:00:00Z");

        try (LiveRun run = new Live(strategy)
                .feed(feed)
                .store(store)
                .ledger(ledger)
                .virtualTime(from, to)
                .start()) {
            feed.sink().ended(); // no bars: all that is due is done
            assertThat(run.await(Duration.ofMinutes(1))).isTrue();
        }

        assertThat(ledger.runs("by-hand", from, to))
                .flatExtracting(
                        run -> run.entries().stream().map(LedgerEntry::event).toList())
                .filteredOn(RunEvent.Ended.class::isInstance)
                .extracting(event -> ((RunEvent.Ended) event).end())
                .containsExactly(RunEnd.SUCCEEDED, RunEnd.NOT_PROMOTED, RunEnd.NOT_PROMOTED);
    }
}
