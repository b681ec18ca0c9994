package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.training.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two backtests, of which the second may train nothing. Their trainings come to another model each time they are called. */
final class TrainingCacheTest {

    private static final ObjectKey MODEL = ObjectKey.of("model");

    private final MemoryStore cache = new MemoryStore(Quota.of(Plan.FREE));
    private boolean caching = true;
    private int called;

    private MemoryStore run(UnaryOperator<Backtest> change) {
        return run(new MemoryStore(Quota.of(Plan.FREE)), change);
    }

    private MemoryStore run(MemoryStore store, UnaryOperator<Backtest> change) {
        DeclaredByHand strategy = new DeclaredByHand();
        strategy.trains(host -> () -> {
            host.training().metric("calls", ++called);
            return "model " + called;
        });
        Backtest backtest = new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-14"))
                .store(store);
        if (caching) {
            backtest.cache(cache);
        }
        BacktestResult result = change.apply(backtest).run();
        assertThat(result.trainings())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(one -> assertThat(one.outcome()).isInstanceOf(Outcome.Succeeded.class));
        assertThat(strategy.model)
                .isEqualTo(new String(store.newest(MODEL).orElseThrow().content(), StandardCharsets.UTF_8));
        return store;
    }

    private int calls(UnaryOperator<Backtest> change) {
        int before = called;
        run(change);
        return called - before;
    }

    @Test
    void the_second_of_two_equal_backtests_trains_nothing_and_comes_to_the_same() {
        MemoryStore first = run(backtest -> backtest);
        MemoryStore second = run(backtest -> backtest);

        assertThat(called).isEqualTo(2);
        assertThat(second.versions(MODEL)).hasSize(2);
        for (long number = 1; number <= 2; number++) {
            ModelVersion one = first.manifest(MODEL, number).orElseThrow();
            ModelVersion other = second.manifest(MODEL, number).orElseThrow();
            assertThat(other.sha256()).isEqualTo(one.sha256());
            assertThat(other.birth()).isEqualTo(one.birth()); // machine time, metrics and end of the data included
        }
    }

    @Test
    void a_run_says_how_many_trainings_came_from_the_cache() {
        for (int expected : new int[] {0, 2}) {
            DeclaredByHand strategy = new DeclaredByHand();
            BacktestRun run = new Backtest(strategy)
                    .bars(weekdays("2013-09-02", "2013-10-31"))
                    .from(LocalDate.parse("2013-10-07"))
                    .to(LocalDate.parse("2013-10-14"))
                    .cache(cache)
                    .deploy();
            run.run();
            assertThat(run.fromCache()).isEqualTo(expected);
        }
    }

    @Test
    void is_off_where_nothing_is_said() {
        caching = false;

        run(backtest -> backtest);
        run(backtest -> backtest);

        assertThat(called).isEqualTo(4);
    }

    @Test
    void a_longer_backtest_trains_only_what_is_new() {
        run(backtest -> backtest);

        assertThat(calls(backtest -> backtest.to(LocalDate.parse("2013-10-21"))))
                .isEqualTo(1);
    }

    @Test
    void any_other_ingredient_is_a_miss() {
        run(backtest -> backtest);

        Map<String, UnaryOperator<Backtest>> changes = Map.of(
                "start", backtest -> backtest.from(LocalDate.parse("2013-10-08")),
                "one bar more", backtest -> backtest.bars(weekdays("2013-08-30", "2013-10-31")),
                "cash", backtest -> backtest.cash(1),
                "seed", backtest -> backtest.ingredient("seed", "42"),
                "other seed", backtest -> backtest.ingredient("seed", "43"));
        changes.forEach((name, change) -> assertThat(calls(change)).as(name).isEqualTo(2));
        changes.forEach((name, change) -> assertThat(calls(change)).as(name).isZero());
    }

    @Test
    void a_store_that_held_something_else_is_a_miss() {
        run(backtest -> backtest);
        MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
        store.commit(MODEL, new byte[] {'x'}, Birth.at(Instant.parse("2013-10-01T00:00:00Z")));

        run(store, backtest -> backtest);

        assertThat(called).isEqualTo(4);
    }

    @Test
    void what_is_gone_from_the_cache_is_trained_again_and_all_that_may_depend_on_it() {
        run(backtest -> backtest);
        cache.keys("").forEach(key -> cache.delete(key, Set.of(1L)));

        assertThat(calls(backtest -> backtest)).isEqualTo(2);
    }

    @Test
    void a_cache_without_room_changes_nothing() {
        MemoryStore full = new MemoryStore(new Quota(0, 0));

        run(backtest -> backtest.cache(full));
        run(backtest -> backtest.cache(full));

        assertThat(called).isEqualTo(4);
    }

    @Test
    void a_folder_serves_later_processes(@TempDir Path folder) {
        MemoryStore first = run(backtest -> backtest.cache(folder));
        MemoryStore second = run(backtest -> backtest.cache(folder));

        assertThat(called).isEqualTo(2);
        Duration took = Objects.requireNonNull(first.head(MODEL).orElseThrow().took());
        assertThat(second.head(MODEL).orElseThrow().took()).isEqualTo(took);
    }
}
