package io.trainyard.learning.bars;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;
import io.trainyard.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes bars of trades as they come in. Each trade is in exactly one bar, or in the unfinished one: bars conserve
 * volume. For one thread at a time.
 *
 * <p>A bar by activity lasts from its first trade to its last. A bar by time lasts for its whole interval, and
 * stretches without a trade have none.
 */
public final class BarBuilder {

    private final String symbol;
    private final BarRule rule;
    /** Of bars by time; else 0. */
    private final long intervalMillis;

    private final List<FormingBar> forming = new ArrayList<>(1);
    private long knownMillis = Long.MIN_VALUE;

    private BarBuilder(String symbol, BarRule rule, long intervalMillis) {
        this.symbol = symbol;
        this.rule = rule;
        this.intervalMillis = intervalMillis;
    }

    /**
     * Bars by time, in step with 1970-01-01T00:00Z: those of an hour begin at full hours in UTC. A bar ends when time
     * has passed its end, which a later trade or {@link #passed} tells.
     *
     * @param interval how long each is, a whole number of milliseconds above zero
     * @throws UnfitDataException if the interval is none
     */
    public static BarBuilder time(String symbol, Duration interval) {
        if (interval.isNegative()
                || interval.isZero()
                || !Duration.ofMillis(interval.toMillis()).equals(interval)) {
            throw new UnfitDataException(
                    "bars of " + interval,
                    "times of trades are milliseconds, and a bar has a length.",
                    "give a whole number of milliseconds, such as Duration.ofMinutes(1).");
        }
        return new BarBuilder(symbol, (bar, trade) -> false, interval.toMillis());
    }

    /**
     * Bars of at least so much activity: tick bars, volume bars, dollar bars.
     *
     * @param threshold trades, shares or units, or currency of the quote; above zero
     * @throws UnfitDataException if the threshold is not a finite number above zero
     */
    public static BarBuilder activity(String symbol, Measure measure, double threshold) {
        Samples.within(threshold, "threshold", Double.MIN_VALUE, Double.MAX_VALUE);
        return new BarBuilder(symbol, new ActivityRule(measure, threshold), 0);
    }

    /** Bars by the imbalance of buying and selling. */
    public static BarBuilder imbalance(String symbol, Imbalance settings) {
        return new BarBuilder(symbol, new ImbalanceRule(settings), 0);
    }

    /**
     * Takes the next trade.
     *
     * @return the bar that it completes: with it, or for a bar by time without it
     * @throws UnfitDataException if the trade was before the last one; nothing has changed
     */
    public Optional<Bar> add(Trade trade) {
        Optional<Bar> before = passed(Instant.ofEpochMilli(trade.millis()));
        if (forming.isEmpty()) {
            forming.add(new FormingBar(trade));
        } else {
            forming.get(0).add(trade);
        }
        return rule.completes(forming.get(0), trade) ? finish() : before;
    }

    /**
     * Tells that time has passed. A bar by time may be complete by that.
     *
     * @return the bar that is complete
     * @throws UnfitDataException if it is before what was told last; nothing has changed
     */
    public Optional<Bar> passed(Instant time) {
        long millis = time.toEpochMilli();
        if (millis < knownMillis) {
            throw new UnfitDataException(
                    time + " after " + Instant.ofEpochMilli(knownMillis),
                    "bars are made in the order of time.",
                    "sort trades by their time before the call.");
        }
        knownMillis = millis;
        boolean over = intervalMillis > 0
                && !forming.isEmpty()
                && start(millis) > start(forming.get(0).firstMillis());
        return over ? finish() : Optional.empty();
    }

    /** The trades that no bar has yet, as a bar that ends with the last of them. */
    public Optional<Bar> unfinished() {
        return forming.stream().map(bar -> bar.bar(symbol)).findFirst();
    }

    /**
     * All complete bars of trades.
     *
     * @throws UnfitDataException if a trade was before the one before it
     */
    public List<Bar> all(Iterable<Trade> trades) {
        List<Bar> bars = new ArrayList<>();
        trades.forEach(trade -> add(trade).ifPresent(bars::add));
        return List.copyOf(bars);
    }

    private Optional<Bar> finish() {
        FormingBar bar = forming.remove(0);
        long start = start(bar.firstMillis());
        return Optional.of(intervalMillis > 0 ? bar.bar(symbol, start, start + intervalMillis) : bar.bar(symbol));
    }

    private long start(long millis) {
        return intervalMillis > 0 ? Math.floorDiv(millis, intervalMillis) * intervalMillis : millis;
    }
}
