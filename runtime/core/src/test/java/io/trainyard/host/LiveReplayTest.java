package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Busy;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.Unaffordable;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.portfolio.Order;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingRun;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One strategy, one tape: a backtest and a live replay in virtual time come to the same. */
final class LiveReplayTest {

    private static final BarSource BARS = weekdays("2013-09-02", "2013-12-31");
    private static final LocalDate FIRST = LocalDate.parse("2013-10-07");
    private static final LocalDate LAST = LocalDate.parse("2013-12-20");
    private static final RunPolicy RULES = RunPolicy.standard();

    static Stream<RunPolicy> policies() {
        return Stream.of(
                RULES.charged(Duration.ZERO),
                RULES.charged(Duration.ofMinutes(4)),
                RULES.within(Duration.ofMinutes(30))
                        .charged(Duration.ofMinutes(29))
                        .unaffordable(Unaffordable.DEFER),
                RULES.charged(Duration.ofMinutes(9)).modelled(true),
                RULES.charged(Duration.ofMinutes(11)).modelled(true),
                RULES.charged(Duration.ofMinutes(4)).unaffordable(Unaffordable.SHORTEN),
                RULES.charged(Duration.ofMinutes(5)).modelled(true).busy(Busy.REPLACE),
                RULES.charged(Duration.ofMinutes(5))
                        .modelled(true)
                        .busy(Busy.QUEUE)
                        .retrying(2, Duration.ofMinutes(7)));
    }

    /** Due twice within two minutes on every day, so that runs meet; fails on Wednesdays; trades on what it learned. */
    private static DeclaredByHand strategy(RunPolicy policy) {
        DeclaredByHand strategy = new DeclaredByHand();
        return strategy.due(
                        Schedule.atDeployment(),
                        Schedule.of(
                                DateRule.every(DayOfWeek.values()),
                                TimeRule.at(LocalTime.of(8, 0)),
                                DeclaredByHand.NEW_YORK),
                        Schedule.of(
                                DateRule.every(DayOfWeek.values()),
                                TimeRule.at(LocalTime.of(8, 2)),
                                DeclaredByHand.NEW_YORK))
                .policy(policy)
                .trains(host -> () -> {
                    if (host.clock().local().getDayOfWeek() == DayOfWeek.WEDNESDAY) {
                        throw new IllegalStateException("no convergence");
                    }
                    double[] closes = host.history().closes(2);
                    return host.clock().now() + " " + closes.length + " " + closes[closes.length - 1];
                })
                .handles(slice -> {
                    String model = java.util.Objects.requireNonNull(strategy.model);
                    strategy.parts().portfolio().setHoldings("SPY", model.hashCode() % 2 == 0 ? 0.5 : 0.1);
                });
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(DeclaredByHand.NEW_YORK).toInstant();
    }

    private static Seen backtest(RunPolicy policy) {
        MemoryStore store = new MemoryStore(Quota.of(Plan.PRIME));
        BacktestResult result = new Backtest(strategy(policy))
                .bars(BARS)
                .from(FIRST)
                .to(LAST)
                .tier(Tier.MB_2048)
                .store(store)
                .run();
        return new Seen(
                texts(result.trainings()),
                versions(store),
                result.orders().toString(),
                result.fills().toString());
    }

    private static Seen live(RunPolicy policy) throws InterruptedException {
        MemoryStore store = new MemoryStore(Quota.of(Plan.PRIME));
        Tape tape = Tape.of(List.of(BARS.load(new Subscription("SPY", Resolution.DAILY))));
        Instant from = startOf(FIRST);
        Instant to = startOf(LAST.plusDays(1));
        try (LiveRun run = new Live(strategy(policy))
                .past(BARS)
                .feed(ReplayFeed.of(tape).from(from).to(to))
                .virtualTime(from, to)
                .tier(Tier.MB_2048)
                .store(store)
                .start()) {
            assertThat(run.await(Duration.ofMinutes(1))).isTrue();
            return new Seen(
                    texts(run.trainings()),
                    versions(store),
                    run.orders().toString(),
                    run.fills().toString());
        }
    }

    private static List<String> texts(List<TrainingRun> runs) {
        return runs.stream()
                .map(run -> run.number() + "." + run.attempt() + " due " + run.due() + " settled " + run.settledAt()
                        + " " + text(run.outcome()))
                .toList();
    }

    private static String text(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded succeeded) {
            return "stored "
                    + succeeded.versions().stream().map(LiveReplayTest::text).toList();
        }
        if (outcome instanceof Outcome.Failed failed) {
            return "failed: " + failed.reason();
        }
        return outcome instanceof Outcome.OverLimit over
                ? over.reason()
                : outcome instanceof Outcome.Cancelled cancelled ? cancelled.reason() : outcome.toString();
    }

    private static List<String> versions(MemoryStore store) {
        return store.versions(ObjectKey.of("model")).stream()
                .map(LiveReplayTest::text)
                .toList();
    }

    /** All but the machine time that it took. */
    private static String text(ModelVersion version) {
        return version.number() + " saved " + version.savedAt() + " from " + version.dataEnd() + " " + version.sha256();
    }

    @ParameterizedTest
    @MethodSource("policies")
    void a_backtest_and_a_live_replay_come_to_the_same(RunPolicy policy) throws InterruptedException {
        Seen backtest = backtest(policy);

        assertThat(live(policy)).isEqualTo(backtest);
        assertThat(backtest.trainings.size()).isGreaterThan(100);
    }

    @Test
    void a_modelled_duration_lets_the_old_model_serve_until_the_new_one_is_there() throws InterruptedException {
        Seen seen = live(RULES.charged(Duration.ofMinutes(9)).modelled(true));

        assertThat(seen.trainings.get(0)).contains("settled " + startOf(FIRST).plus(Duration.ofMinutes(9)));
        assertThat(seen.versions).anyMatch(version -> version.contains("T12:09:00Z"));
        assertThat(seen.trainings).anyMatch(run -> run.contains("still runs"));
    }

    @Test
    void a_listener_is_told_of_every_order_when_it_is_placed_and_when_it_is_settled() throws InterruptedException {
        Tape tape = Tape.of(List.of(BARS.load(new Subscription("SPY", Resolution.DAILY))));
        List<Order> placed = new ArrayList<>();
        List<Order> settled = new ArrayList<>();
        try (LiveRun run = new Live(strategy(RULES))
                .past(BARS)
                .feed(ReplayFeed.of(tape).from(startOf(FIRST)))
                .virtualTime(startOf(FIRST), startOf(LAST))
                .store(new MemoryStore(Quota.of(Plan.PRIME)))
                .listener(new HostListener() {
                    @Override
                    public void ordered(Order order) {
                        placed.add(order);
                        throw new IllegalStateException("a listener that throws changes nothing");
                    }

                    @Override
                    public void orderSettled(Order order) {
                        settled.add(order);
                    }
                })
                .start()) {
            assertThat(run.await(Duration.ofMinutes(1))).isTrue();

            assertThat(placed).hasSizeGreaterThan(20).extracting(Order::id).doesNotHaveDuplicates();
            assertThat(run.orders()).extracting(Order::id).containsExactlyElementsOf(
                    placed.stream().map(Order::id).toList());
            assertThat(settled).containsExactlyElementsOf(run.orders().stream()
                    .filter(order -> order.status() != Order.Status.OPEN)
                    .toList());
        }
    }

    private record Seen(List<String> trainings, List<String> versions, String orders, String fills) {}
}
