package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Cost;
import io.trainyard.Hours;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten years of daily bars, with trainings whose costs are drawn at random: what is refused is what the law of the budget
 * refuses, worked out here in whole numbers and without the classes of the budget, and no more; the strategy lives to the end.
 */
@Timeout(120)
final class TenYearsTest {

    private static final LocalDate FIRST = LocalDate.parse("2014-01-01");
    private static final LocalDate LAST = LocalDate.parse("2023-12-31");
    private static final TrainingQuota SMALLEST_TIER = TrainingQuota.of(Tier.MB_512);
    private static final RunPolicy RULES = RunPolicy.standard();

    /** A walk over the days on which New York traded. */
    private static final BarSource WALK = walk();

    /**
     * A plan of trainings.
     *
     * @param quota the budget
     * @param everyDay whether it trains on every day at eight; if not, on Sundays
     * @param policy the rules for its runs
     */
    private record Case(TrainingQuota quota, boolean everyDay, RunPolicy policy) {

        List<Instant> dues(LocalDate last) {
            return FIRST.datesUntil(last.plusDays(1))
                    .filter(date -> everyDay || date.getDayOfWeek() == DayOfWeek.SUNDAY)
                    .map(date -> date.atTime(8, 0).atZone(NEW_YORK).toInstant())
                    .toList();
        }

        Schedule schedule() {
            return Schedule.of(
                    everyDay ? DateRule.everyDay() : DateRule.every(DayOfWeek.SUNDAY),
                    TimeRule.at(LocalTime.of(8, 0)),
                    NEW_YORK);
        }
    }

    static Stream<Named<Case>> affordable() {
        return costs(Duration.ofMinutes(30))
                .map(policy -> named("every Sunday on 512 MB", new Case(SMALLEST_TIER, false, policy)));
    }

    static Stream<Named<Case>> tooSmall() {
        TrainingQuota tight = quota(Duration.ofMinutes(30), Duration.ofMinutes(2), Duration.ofDays(1));
        TrainingQuota odd = quota(Duration.ofSeconds(2_221), Duration.ofSeconds(7), Duration.ofSeconds(3_001));
        TrainingQuota never = quota(Duration.ofHours(5), Duration.ZERO, Duration.ofDays(1));
        return Stream.of(
                        costs(Duration.ofMinutes(30))
                                .map(policy ->
                                        named("every Sunday, two minutes a day", new Case(tight, false, policy))),
                        costs(Duration.ofMinutes(37))
                                .map(policy -> named("every day, odd figures", new Case(odd, true, policy))),
                        costs(Duration.ofMinutes(12))
                                .map(policy -> named("every day on 512 MB", new Case(SMALLEST_TIER, true, policy))),
                        costs(Duration.ofMinutes(10))
                                .map(policy ->
                                        named("every Sunday, nothing comes back", new Case(never, false, policy))))
                .flatMap(all -> all);
    }

    private static TrainingQuota quota(Duration capacity, Duration leak, Duration interval) {
        return new TrainingQuota(capacity, leak, interval);
    }

    private static Named<Case> named(String name, Case one) {
        return Named.of(name + ", " + one.policy.cost() + (one.policy.modelled() ? " modelled" : ""), one);
    }

    private static Stream<RunPolicy> costs(Duration limit) {
        Duration fixed = limit.multipliedBy(3).dividedBy(4);
        return Stream.of(
                RULES.within(limit).charged(Cost.MEASURED),
                RULES.within(limit).charged(Cost.MEASURED).modelled(true),
                RULES.within(limit).charged(Cost.LIMIT),
                RULES.within(limit).charged(fixed),
                RULES.within(limit).charged(fixed).modelled(true));
    }

    /** What the n-th run takes on the machine, within its limit. */
    private static List<Duration> taken(RunPolicy policy) {
        Random random = new Random(policy.limit().toSeconds());
        return Stream.generate(() -> Duration.ofNanos(
                        1 + (long) (random.nextDouble() * policy.limit().toNanos())))
                .limit(4_000)
                .toList();
    }

    /**
     * The law, in nanoseconds of training times nanoseconds of the interval, so that all is whole: time takes its leak off the
     * level, never below nothing; a run needs room for its limit when it is due, occupies it while it runs, and leaves its cost.
     *
     * @return for each occasion, whether it is refused
     */
    private static List<Boolean> refusals(Case one, List<Instant> dues, Instant start) {
        List<Duration> taken = taken(one.policy);
        List<Boolean> refused = new ArrayList<>();
        BigInteger interval = nanos(one.quota.interval());
        BigInteger capacity = nanos(one.quota.capacity()).multiply(interval);
        BigInteger limit = nanos(one.policy.limit()).multiply(interval);
        BigInteger level = BigInteger.ZERO;
        Instant asOf = start;
        int runs = 0;
        for (Instant due : dues) {
            level = leaked(level, Duration.between(asOf, due), one.quota);
            asOf = due;
            boolean fits = level.add(limit).compareTo(capacity) <= 0;
            refused.add(!fits);
            if (fits) {
                Duration cost = switch (one.policy.cost()) {
                    case MEASURED -> taken.get(runs);
                    case LIMIT -> one.policy.limit();
                    case FIXED -> one.policy.fixedCost();
                };
                runs++;
                level = level.add(limit);
                if (one.policy.modelled()) {
                    level = leaked(level, cost, one.quota);
                    asOf = due.plus(cost);
                }
                level = level.subtract(limit)
                        .add(nanos(cost).multiply(interval))
                        .max(BigInteger.ZERO);
            }
        }
        return refused;
    }

    private static BigInteger leaked(BigInteger level, Duration time, TrainingQuota quota) {
        return level.subtract(nanos(time).multiply(nanos(quota.leak()))).max(BigInteger.ZERO);
    }

    private static BigInteger nanos(Duration duration) {
        return BigInteger.valueOf(duration.toNanos());
    }

    /** Runs it, and returns for each occasion whether it was refused; everything else has to succeed. */
    private static List<Boolean> run(Case one, BarSource bars, LocalDate last, List<Instant> dues) {
        AtomicLong machine = new AtomicLong();
        List<Duration> taken = taken(one.policy);
        DeclaredByHand strategy = new DeclaredByHand();
        int[] runs = {0};
        strategy.always().due(one.schedule()).policy(one.policy).trains(host -> () -> {
            machine.addAndGet(taken.get(runs[0]++).toNanos());
            return "model " + runs[0];
        });
        BacktestResult result = new Backtest(strategy)
                .bars(bars)
                .from(FIRST)
                .to(last)
                .quota(one.quota)
                .stopwatch(() -> Duration.ofNanos(machine.get()))
                .run();
        assertThat(result.trainings()).extracting(TrainingRun::due).isEqualTo(dues);
        assertThat(result.trainings())
                .extracting(TrainingRun::outcome)
                .allMatch(outcome -> outcome instanceof Outcome.Succeeded || outcome instanceof Outcome.Refused);
        assertThat(strategy.handled).hasSize((int) result.slices());
        assertThat(strategy.handled
                        .get(strategy.handled.size() - 1)
                        .time()
                        .atZone(NEW_YORK)
                        .toLocalDate())
                .isAfter(last.minusDays(5));
        assertThat(strategy.model).isEqualTo("model " + runs[0]);
        return result.trainings().stream()
                .map(run -> run.outcome() instanceof Outcome.Refused)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("affordable")
    void a_weekly_training_on_the_smallest_tier_is_never_refused(Case one) {
        List<Instant> dues = one.dues(LAST);

        assertThat(run(one, WALK, LAST, dues)).hasSize(522).containsOnly(false);
        assertThat(refusals(one, dues, startOfFirst())).containsOnly(false);
    }

    @ParameterizedTest
    @MethodSource("tooSmall")
    void a_budget_that_is_too_small_refuses_the_right_runs_and_the_strategy_lives_to_the_end(Case one) {
        List<Instant> dues = one.dues(LAST);
        List<Boolean> expected = refusals(one, dues, startOfFirst());

        assertThat(run(one, WALK, LAST, dues)).isEqualTo(expected);
        assertThat(expected).contains(true, false);
    }

    @Test
    void real_bars_come_to_the_same() {
        LeanFolder lean = LeanFolder.at(LeanData.folder());
        LocalDate last = LocalDate.parse("2020-12-31");
        Case weekly = new Case(SMALLEST_TIER, false, RULES.within(Duration.ofMinutes(30)));
        Case daily = new Case(SMALLEST_TIER, true, RULES.within(Duration.ofMinutes(12)));

        assertThat(run(weekly, lean, last, weekly.dues(last))).containsOnly(false);
        assertThat(run(daily, lean, last, daily.dues(last)))
                .isEqualTo(refusals(daily, daily.dues(last), startOfFirst()))
                .contains(true, false);
    }

    private static Instant startOfFirst() {
        return FIRST.atStartOfDay(NEW_YORK).toInstant();
    }

    private static BarSource walk() {
        TradingCalendar market = TradingCalendar.usEquity();
        Random random = new Random(2014);
        BarSeries.Builder bars = BarSeries.of("SPY", Resolution.DAILY);
        double[] price = {180};
        FIRST.datesUntil(LAST.plusDays(1))
                .filter(date -> market.isOpen(date, Hours.REGULAR))
                .forEach(date -> {
                    double open = price[0];
                    double close = open * Math.exp(0.01 * random.nextGaussian());
                    bars.add(
                            DeclaredByHand.at(date, LocalTime.of(9, 30)).toEpochMilli(),
                            DeclaredByHand.at(date, LocalTime.of(16, 0)).toEpochMilli(),
                            open,
                            Math.max(open, close),
                            Math.min(open, close),
                            close,
                            1_000_000);
                    price[0] = close;
                });
        BarSeries walk = bars.build();
        return new BarSource() {
            @Override
            public String description() {
                return "a random walk over ten years";
            }

            @Override
            public List<Subscription> available() {
                return List.of(new Subscription("SPY", Resolution.DAILY));
            }

            @Override
            public BarSeries load(Subscription subscription) {
                return walk;
            }
        };
    }
}
