package io.trainyard.benchmarks;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.Bar;
import io.trainyard.portfolio.FeeModel;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.num.DoubleNum;
import org.ta4j.core.rules.OverIndicatorRule;
import org.ta4j.core.rules.UnderIndicatorRule;

/**
 * Nanoseconds a bar of a whole backtest of one rule, in at the next open while the close is above its average over twenty
 * bars: a bare loop over arrays (the limit), Trainyard, and ta4j's backtest runner.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(HandlerBenchmark.BARS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(3)
public class HandlerBenchmark {

    static final int BARS = 100_000;

    private final RandomWalk walk = new RandomWalk(BARS);
    private final double[] opens = new double[BARS];
    private final double[] closes = new double[BARS];
    private final BarSeries ta4jDoubles =
            new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
    private final BarSeries ta4jDecimals = new BaseBarSeriesBuilder().build();

    /** Lays the same bars out for each. */
    @Setup
    public void layOut() {
        for (int i = 0; i < BARS; i++) {
            Bar bar = walk.series().bar(i);
            opens[i] = bar.open();
            closes[i] = bar.close();
            add(bar, ta4jDoubles);
            add(bar, ta4jDecimals);
        }
    }

    /** The limit: the rule, the fills and an equity curve, over arrays. */
    @Benchmark
    public double[] bareLoop() {
        double[] equity = new double[BARS];
        MovingAverage average = new MovingAverage(AboveAverage.WINDOW);
        double cash = 100_000;
        double quantity = 0;
        double ordered = 0;
        boolean wantsIn = false;
        for (int i = 0; i < BARS; i++) {
            if (ordered != 0) {
                cash -= ordered * opens[i];
                quantity += ordered;
                ordered = 0;
            }
            equity[i] = cash + quantity * closes[i];
            double mean = average.add(closes[i]);
            boolean above = closes[i] > mean;
            if (average.isFull() && above != wantsIn) {
                wantsIn = above;
                ordered = above ? 100 : -100;
            }
        }
        return equity;
    }

    /** A strategy with a generated handler, from wiring to result. */
    @Benchmark
    public BacktestResult trainyard() {
        return Trainyard.backtest(AboveAverage.class)
                .bars(walk)
                .fees(FeeModel.none())
                .run();
    }

    /** ta4j on its default numbers, decimals of 32 digits. */
    @Benchmark
    public TradingRecord ta4jDecimals() {
        return run(ta4jDecimals);
    }

    /** ta4j on doubles. */
    @Benchmark
    public TradingRecord ta4jDoubles() {
        return run(ta4jDoubles);
    }

    private static TradingRecord run(BarSeries bars) {
        ClosePriceIndicator close = new ClosePriceIndicator(bars);
        SMAIndicator average = new SMAIndicator(close, AboveAverage.WINDOW);
        return new BarSeriesManager(bars)
                .run(new BaseStrategy(
                        new OverIndicatorRule(close, average),
                        new UnderIndicatorRule(close, average),
                        AboveAverage.WINDOW));
    }

    private static void add(Bar bar, BarSeries bars) {
        bars.addBar(bar.end().atZone(ZoneOffset.UTC), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
    }
}
