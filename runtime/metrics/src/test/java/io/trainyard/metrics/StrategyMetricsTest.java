package io.trainyard.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.trainyard.Plan;
import io.trainyard.host.HostListener;
import io.trainyard.host.HostView;
import io.trainyard.host.LiveRun;
import io.trainyard.host.Trainyard;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Meters of a real backtest and of a real live strategy, read from a registry whose clock the test moves. */
@Timeout(60)
final class StrategyMetricsTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private final MockClock clock = new MockClock();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
    private final WiredByHand strategy = new WiredByHand();
    private final CountDownLatch release = new CountDownLatch(1);
    private final CountDownLatch training = new CountDownLatch(1);
    private final CountDownLatch trained = new CountDownLatch(1);
    private final PushedFeed feed = new PushedFeed();

    private double gauge(String name, String... tags) {
        clock.add(Duration.ofSeconds(1));
        return registry.get(name).tags(tags).gauge().value();
    }

    private double count(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }

    private Set<String> names() {
        Set<String> names = new TreeSet<>();
        registry.getMeters().forEach(meter -> names.add(meter.getId().getName()));
        return names;
    }

    private LiveRun live(StrategyMetrics metrics) {
        return Trainyard.live(strategy)
                .feed(feed)
                .store(new MemoryStore(Quota.of(Plan.FREE)))
                .listener(metrics)
                .listener(new HostListener() {
                    @Override
                    public void trained(TrainingRun run) {
                        trained.countDown();
                    }
                })
                .start();
    }

    /** A week of trainings: one fails, and from the fifth on the budget is empty. */
    private void backtest(StrategyMetrics metrics) {
        strategy.trains(() -> {
            if (strategy.today().equals(LocalDate.parse("2013-10-08"))) {
                throw new IllegalStateException("no convergence");
            }
            return "model";
        });
        Trainyard.backtest(strategy)
                .bars(WiredByHand.weekdays("2013-10-01", "2013-10-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-12"))
                .quota(new TrainingQuota(Duration.ofMinutes(40), Duration.ZERO, Duration.ofDays(1)))
                .listener(metrics)
                .run();
    }

    @Test
    void a_backtest_counts_and_times_its_runs_by_what_became_of_them() {
        backtest(StrategyMetrics.of(registry));

        var succeeded = registry.get("trainyard.training.run")
                .tags("strategy", "wired", "training", "fit", "outcome", "succeeded")
                .timer();
        assertThat(succeeded.count()).isEqualTo(3);
        assertThat(succeeded.totalTime(TimeUnit.NANOSECONDS)).isPositive();
        assertThat(registry.get("trainyard.training.run")
                        .tags("outcome", "failed")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(count("trainyard.training.refusals", "training", "fit", "kind", "refused"))
                .isEqualTo(2);
        assertThat(count("trainyard.model.publications", "model", "wired/model"))
                .isEqualTo(3);
        assertThat(registry.get("trainyard.training.lateness").timer().count()).isEqualTo(4);
        assertThat(registry.get("trainyard.training.lateness").timer().max(TimeUnit.NANOSECONDS))
                .isZero();
    }

    @Test
    void what_tells_how_things_stand_is_there_while_the_strategy_runs_and_gone_when_it_has_stopped()
            throws InterruptedException {
        strategy.trains(() -> {
            training.countDown();
            release.await();
            return "model";
        });
        LiveRun run = live(StrategyMetrics.of(registry));
        assertThat(training.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(gauge("trainyard.training.active")).isEqualTo(1);
        assertThat(gauge("trainyard.budget.level")).isCloseTo(600, org.assertj.core.data.Offset.offset(1.0));
        assertThat(gauge("trainyard.budget.capacity")).isEqualTo(1_800);
        assertThat(gauge("trainyard.model.state", "model", "wired/model", "state", "missing"))
                .isEqualTo(1);
        assertThat(gauge("trainyard.model.age", "model", "wired/model")).isNaN();
        release.countDown();
        assertThat(run.awaitReady(SOON)).isTrue();
        assertThat(trained.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(gauge("trainyard.training.active")).isZero();
        assertThat(gauge("trainyard.model.state", "model", "wired/model", "state", "missing"))
                .isZero();
        assertThat(gauge("trainyard.model.state", "model", "wired/model", "state", "ready"))
                .isEqualTo(1);
        assertThat(gauge("trainyard.model.version")).isEqualTo(1);
        assertThat(gauge("trainyard.model.age")).isGreaterThanOrEqualTo(0).isLessThan(60);
        assertThat(gauge("trainyard.account.equity")).isEqualTo(100_000);
        assertThat(gauge("trainyard.training.paused", "training", "fit")).isZero();
        assertThat(gauge("trainyard.feed.connected")).isEqualTo(1);

        run.close();

        assertThat(names())
                .containsExactly(
                        "trainyard.model.publications", "trainyard.training.lateness", "trainyard.training.run");
    }

    @Test
    void handlers_are_timed_live_slices_counted_and_lost_connections_too() throws InterruptedException {
        CountDownLatch handled = new CountDownLatch(2);
        strategy.trains(() -> "model").handles(slice -> handled.countDown());
        LiveRun run = live(StrategyMetrics.of(registry));
        assertThat(run.awaitReady(SOON)).isTrue();
        Instant now = run.status().asOf();

        feed.push(now.plusSeconds(1), 10);
        feed.push(now.plusSeconds(2), 11);
        assertThat(handled.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        feed.sink().interrupted("gone");
        while (run.status().feedProblem() == null || run.status().pending() > 0) {
            Thread.onSpinWait();
        }
        assertThat(gauge("trainyard.feed.connected")).isZero();
        assertThat(gauge("trainyard.mailbox.depth")).isZero();
        assertThat(registry.get("trainyard.slices").functionCounter().count()).isEqualTo(2);
        assertThat(registry.get("trainyard.slices.withheld").functionCounter().count())
                .isZero();
        feed.sink().resumed();
        while (run.status().feedProblem() != null) {
            Thread.onSpinWait();
        }
        assertThat(gauge("trainyard.feed.connected")).isEqualTo(1);
        run.close();

        assertThat(registry.get("trainyard.handler")
                        .tags("handler", "trade")
                        .timer()
                        .count())
                .isEqualTo(2);
        assertThat(count("trainyard.feed.interruptions")).isEqualTo(1);
    }

    @Test
    void a_strategy_that_runs_keeps_its_gauges_also_if_nobody_else_remembers_it() {
        strategy.trains(() -> "model");
        LiveRun run = live(StrategyMetrics.of(registry));

        System.gc();

        assertThat(gauge("trainyard.budget.capacity")).isEqualTo(1_800);
        run.close();
    }

    @Test
    void a_strategy_that_is_started_again_in_the_same_registry_goes_on_counting() {
        backtest(StrategyMetrics.of(registry));
        backtest(StrategyMetrics.of(registry));

        assertThat(registry.get("trainyard.training.run")
                        .tags("outcome", "succeeded")
                        .timer()
                        .count())
                .isEqualTo(6);
    }

    @Test
    void further_tags_are_on_every_meter_and_none_tells_one_run_from_another() {
        backtest(StrategyMetrics.of(registry, List.of(Tag.of("account", "paper"))));

        assertThat(registry.getMeters()).isNotEmpty().allSatisfy(meter -> {
            Tags tags = Tags.of(meter.getId().getTagsAsIterable());
            assertThat(tags).contains(Tag.of("account", "paper"), Tag.of("strategy", "wired"));
            assertThat(tags.stream().map(Tag::getKey))
                    .isSubsetOf("account", "strategy", "training", "outcome", "kind", "model");
        });
        assertThat(registry.getMeters()).hasSizeLessThan(10);
    }

    @Test
    void metrics_are_of_one_strategy_and_closing_them_takes_the_gauges_away() {
        StrategyMetrics metrics = StrategyMetrics.of(registry);
        HostView view = Trainyard.backtest(strategy)
                .bars(WiredByHand.weekdays("2013-10-01", "2013-10-31"))
                .deploy();
        metrics.attached(view);
        assertThatThrownBy(() -> metrics.attached(view))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wired");
        assertThat(registry.getMeters()).isNotEmpty();

        metrics.close();
        metrics.close();

        assertThat(registry.getMeters()).isEmpty();
    }

    /** A registry that has seen everything once, and the README, say the same. */
    @Test
    void the_readme_names_every_meter_with_its_tags() throws IOException {
        StrategyMetrics metrics = StrategyMetrics.of(registry);
        HostView view = Trainyard.backtest(strategy)
                .bars(WiredByHand.weekdays("2013-10-01", "2013-10-31"))
                .deploy();
        metrics.attached(view);
        backtest(StrategyMetrics.of(registry));
        metrics.close();
        StrategyMetrics rest = StrategyMetrics.of(registry);
        rest.attached(view);
        rest.handled("trade", Duration.ofMillis(1));
        rest.handlerHangs("trade", Duration.ofMinutes(11), List.of());
        rest.interrupted("gone");
        rest.barMissing(Instant.EPOCH, Duration.ofSeconds(5));
        rest.refreshFailed("wired/model", "torn");
        rest.refreshed(strategy.version());
        String readme = Files.readString(Path.of("README.md"));

        for (Meter meter : registry.getMeters()) {
            String row = readme.lines()
                    .filter(line -> line.startsWith("| `" + meter.getId().getName() + "` |"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(meter.getId()));
            for (Tag tag : meter.getId().getTagsAsIterable()) {
                if (!tag.getKey().equals("strategy")) {
                    assertThat(row).contains("`" + tag.getKey() + "`");
                }
            }
            assertThat(Objects.requireNonNull(meter.getId().getDescription())).isNotBlank();
        }
        List<String> rows =
                readme.lines().filter(line -> line.startsWith("| `trainyard.")).toList();
        assertThat(rows).hasSize(names().size());
    }
}
