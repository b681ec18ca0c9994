package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Better;
import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.Unaffordable;
import io.trainyard.host.SeveralByHand.Declared;
import io.trainyard.market.data.BarSource;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.training.PromotionGate;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingQuota;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One strategy, one tape: a backtest and a live replay in virtual time come to the same trainings, models and orders, byte for
 * byte, whatever the shape of the strategy; where trainings take no time on the market clock, and where they do. Costs that are
 * measured are left out: they are the machine's.
 */
class LiveReplayShapesTest {

    private static final RunPolicy RULES = RunPolicy.standard();
    private static final PromotionGate LOWER = PromotionGate.on("rmse", Better.LOWER);
    private static final TrainingQuota TIER = TrainingQuota.of(Tier.MB_2048);
    private static final TrainingQuota TIGHT =
            new TrainingQuota(Duration.ofMinutes(25), Duration.ofMinutes(11), Duration.ofDays(1));
    private static final BarSource DAYS = weekdays("2013-09-02", "2013-12-31");
    private static final BarSource MINUTES = Replays.minutes("2013-10-04", "2013-10-10");

    private static Schedule daily(int hour, int minute) {
        return Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(hour, minute)), NEW_YORK);
    }

    private static Schedule every(Duration interval) {
        return Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.every(interval), NEW_YORK);
    }

    /** Learns from everything that it can ask, and fails on some of it. */
    private static SeveralByHand.Method learning(int failsOneIn) {
        return (host, before) -> {
            String model = host.clock().now() + " "
                    + Arrays.toString(host.history().closes(3)) + " "
                    + host.training().remainingBudget() + " " + host.training().attempt() + " after "
                    + (before == null ? 0 : before.hashCode());
            int drawn = Math.floorMod(model.hashCode(), 997);
            if (failsOneIn > 0 && drawn % failsOneIn == 0) {
                throw new IllegalStateException("no convergence: " + drawn);
            }
            host.training().metric("rmse", drawn / 997.0);
            host.training().parameter("drawn", String.valueOf(drawn));
            return model;
        };
    }

    private static Declared one(String name, RunPolicy policy, Schedule... due) {
        return new Declared(name, policy, List.of(due), learning(0), false, PromotionGate.open());
    }

    private static Declared failing(Declared other, int oneIn) {
        return new Declared(other.name(), other.policy(), other.due(), learning(oneIn), other.writes(), other.gate());
    }

    private static Declared gated(Declared other) {
        return new Declared(other.name(), other.policy(), other.due(), other.method(), false, LOWER);
    }

    private static Declared writing(Declared other) {
        return new Declared(other.name(), other.policy(), other.due(), other.method(), true, PromotionGate.open());
    }

    static Stream<Arguments> shapes() {
        return Stream.of(Duration.ZERO, Duration.ofMinutes(7)).flatMap(LiveReplayShapesTest::shapes);
    }

    /** With trainings that take so long on the market clock, if that is not zero. */
    private static Stream<Arguments> shapes(Duration takes) {
        RunPolicy rules = RULES.charged(takes).modelled(!takes.isZero());
        RunPolicy budgeted = RULES.charged(Cost.LIMIT).modelled(!takes.isZero());
        Schedule first = Schedule.atDeployment();
        return Stream.of(
                shape("a gate", takes, DAYS, TIER, gated(one("model", rules, first, daily(8, 0)))),
                shape(
                        "a gate and a bound",
                        takes,
                        DAYS,
                        TIER,
                        new Declared(
                                "model",
                                rules,
                                List.of(first, daily(8, 0)),
                                learning(0),
                                false,
                                PromotionGate.on("rmse", Better.LOWER).atMost(0.5))),
                shape(
                        "retries and a pause",
                        takes,
                        DAYS,
                        TIER,
                        failing(
                                one(
                                        "model",
                                        rules.retrying(2, Duration.ofMinutes(3)).pausedAfter(4),
                                        first,
                                        daily(8, 0),
                                        daily(8, 5)),
                                2)),
                shape(
                        "runs that are deferred",
                        takes,
                        DAYS,
                        TIGHT,
                        one("model", budgeted.unaffordable(Unaffordable.DEFER), first, daily(8, 0), daily(9, 0))),
                shape(
                        "runs that are shortened",
                        takes,
                        DAYS,
                        TIGHT,
                        one("model", budgeted.unaffordable(Unaffordable.SHORTEN), first, daily(8, 0), daily(9, 0))),
                shape(
                        "several models on one budget",
                        takes,
                        DAYS,
                        new TrainingQuota(Duration.ofMinutes(40), Duration.ofMinutes(26), Duration.ofDays(1)),
                        one("first", budgeted.unaffordable(Unaffordable.DEFER), first, daily(8, 0)),
                        failing(one("second", rules, first, daily(8, 0), daily(16, 0)), 5),
                        gated(one("third", rules.busy(Busy.QUEUE), daily(8, 1), daily(16, 0)))),
                shape(
                        "a void training that fails now and then",
                        takes,
                        DAYS,
                        TIER,
                        failing(writing(one("model", rules, first, daily(8, 0), daily(15, 30))), 4)),
                shape(
                        "runs that meet and replace each other",
                        takes,
                        DAYS,
                        TIER,
                        one("model", rules.busy(Busy.REPLACE), first, daily(8, 0), daily(8, 5), daily(15, 58))),
                shape(
                        "minutes",
                        takes,
                        MINUTES,
                        new TrainingQuota(Duration.ofHours(9), Duration.ofHours(1), Duration.ofHours(2)),
                        one("often", rules, every(Duration.ofMinutes(10))),
                        failing(
                                gated(one(
                                        "seldom",
                                        rules.busy(Busy.QUEUE).retrying(1, Duration.ofSeconds(90)),
                                        first,
                                        every(Duration.ofMinutes(25)))),
                                3),
                        writing(one("written", rules, first, every(Duration.ofMinutes(40))))));
    }

    private static Arguments shape(
            String name, Duration takes, BarSource bars, TrainingQuota quota, Declared... trainings) {
        Replays replays = new Replays(
                () -> strategy(bars, List.of(trainings)),
                bars,
                LocalDate.parse("2013-10-07"),
                LocalDate.parse(bars == DAYS ? "2013-12-20" : "2013-10-10"),
                quota);
        return Arguments.of(name + (takes.isZero() ? "" : ", in time"), replays);
    }

    private static SeveralByHand strategy(BarSource bars, List<Declared> trainings) {
        SeveralByHand strategy = new SeveralByHand(bars == DAYS ? Resolution.DAILY : Resolution.MINUTE, NEW_YORK);
        trainings.forEach(strategy::training);
        return strategy;
    }

    @Timeout(120)
    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void a_backtest_and_a_live_replay_come_to_the_same(String shape, Replays replays) throws InterruptedException {
        Replays.Seen backtest = replays.backtest();

        assertThat(replays.live()).isEqualTo(backtest);
        assertThat(backtest.trainings()).hasSizeGreaterThan(70);
        assertThat(backtest.events()).hasSizeGreaterThan(20);
        assertThat(backtest.versions()).hasSizeGreaterThan(5);
    }

    @Property(tries = 60)
    void so_do_strategies_drawn_at_random(@ForAll("strategies") Replays replays) throws InterruptedException {
        assertThat(replays.live()).isEqualTo(replays.backtest());
    }

    @Provide
    Arbitrary<Replays> strategies() {
        Arbitrary<TrainingQuota> quotas = Combinators.combine(
                        Arbitraries.integers().between(5, 90),
                        Arbitraries.integers().between(0, 60))
                .as((capacity, leak) ->
                        new TrainingQuota(Duration.ofMinutes(capacity), Duration.ofMinutes(leak), Duration.ofDays(1)));
        return Combinators.combine(
                        trainings().list().ofMinSize(1).ofMaxSize(3), quotas, Arbitraries.of(DAYS, DAYS, MINUTES))
                .as((trainings, quota, bars) -> new Replays(
                        () -> strategy(bars, named(trainings)),
                        bars,
                        LocalDate.parse("2013-10-07"),
                        LocalDate.parse(bars == DAYS ? "2013-10-25" : "2013-10-07"),
                        quota));
    }

    private static List<Declared> named(List<Declared> trainings) {
        List<Declared> named = new ArrayList<>();
        for (Declared each : trainings) {
            named.add(new Declared(
                    "model-" + named.size(), each.policy(), each.due(), each.method(), each.writes(), each.gate()));
        }
        return named;
    }

    private static Arbitrary<Declared> trainings() {
        Arbitrary<Schedule> schedules = Arbitraries.oneOf(
                Arbitraries.just(Schedule.atDeployment()),
                Arbitraries.integers().between(0, 1_439).map(minute -> daily(minute / 60, minute % 60)),
                Arbitraries.integers().between(0, 5).map(minute -> daily(16, minute)),
                Arbitraries.integers().between(3, 400).map(minutes -> every(Duration.ofMinutes(minutes))));
        Arbitrary<Integer> kinds = Arbitraries.integers().between(0, 2);
        return Combinators.combine(
                        policies(), schedules.list().ofMinSize(1).ofMaxSize(3), Arbitraries.of(0, 0, 2, 3, 7), kinds)
                .as((policy, due, failsOneIn, kind) -> new Declared(
                        "model",
                        policy,
                        due,
                        learning(failsOneIn),
                        kind == 1,
                        kind == 2 ? LOWER : PromotionGate.open()));
    }

    private static Arbitrary<RunPolicy> policies() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 35),
                        Arbitraries.of(Unaffordable.class),
                        Arbitraries.of(Busy.class),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false))
                .as((limit, cost, unaffordable, busy, retries, pause, modelled) -> RULES.within(
                                Duration.ofMinutes(limit))
                        .charged(Duration.ofMinutes(cost))
                        .unaffordable(unaffordable)
                        .busy(busy)
                        .retrying(retries, Duration.ofMinutes(5))
                        .pausedAfter(pause)
                        .modelled(modelled));
    }
}
