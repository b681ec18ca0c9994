package io.trainyard.learning.labels;

import io.trainyard.learning.Samples;
import io.trainyard.learning.Span;
import io.trainyard.learning.TimeSeries;
import io.trainyard.learning.UnfitDataException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Labels by the barrier that the price passes first after an event: one to gain at, one to lose at, both as wide as the
 * volatility of the moment asks for, and the end of a horizon (sections 3.3 to 3.6). Nothing after
 * {@link BarrierLabel#end} has a say. Immutable: each setting gives a new one.
 */
public final class TripleBarrier {

    private final double profit;
    private final double stop;
    private final int horizon;
    private final double leastTarget;
    private final boolean zeroAtTime;

    private TripleBarrier(double profit, double stop, int horizon, double leastTarget, boolean zeroAtTime) {
        this.profit = profit;
        this.stop = stop;
        this.horizon = horizon;
        this.leastTarget = leastTarget;
        this.zeroAtTime = zeroAtTime;
    }

    /**
     * Barriers.
     *
     * @param profit width of the barrier to gain at, in targets; 0 for none
     * @param stop width of the barrier to lose at, in targets; 0 for none
     * @param horizon after how many values the bet is over, 1 or more
     * @throws UnfitDataException if a width is negative or not finite, or the horizon below 1
     */
    public static TripleBarrier of(double profit, double stop, int horizon) {
        Samples.within(profit, "profit", 0, Double.MAX_VALUE);
        Samples.within(stop, "stop", 0, Double.MAX_VALUE);
        return new TripleBarrier(profit, stop, Samples.atLeast(horizon, "horizon", 1), 0, false);
    }

    /**
     * Leaves out events whose target is not above this: where next to nothing moves, costs eat the gain. 0 unless told
     * otherwise.
     */
    public TripleBarrier leastTarget(double value) {
        Samples.within(value, "leastTarget", 0, Double.MAX_VALUE);
        return new TripleBarrier(profit, stop, horizon, value, zeroAtTime);
    }

    /**
     * Gives the label 0 to bets that end with the horizon; else they have the sign of their gain, as in snippet 3.5.
     */
    public TripleBarrier zeroAtTime() {
        return new TripleBarrier(profit, stop, horizon, leastTarget, true);
    }

    /**
     * Labels for a model that learns the side: {@code profit} is the barrier above the price, {@code stop} the one
     * below it, and the label 1 where it rose, -1 where it fell, 0 where it did neither.
     *
     * @param prices above zero
     * @param events indices of prices, each after the one before it
     * @param targets for each price what counts as a move there, as a fraction of the price, such as
     *     {@link EwmVolatility}; NaN where it is not known
     * @return a label for each event whose target is known and above the least one, and whose whole horizon is in the
     *     series
     * @throws UnfitDataException if a price is not above zero, there are not as many targets as prices, or events are
     *     out of order or outside of the series
     */
    public List<BarrierLabel> label(TimeSeries prices, int[] events, double[] targets) {
        int[] sides = new int[events.length];
        Arrays.fill(sides, 1);
        return label(prices, events, targets, sides, false);
    }

    /**
     * Labels for a model that learns whether to take the bets of another one ("meta-labels", section 3.6): 1 where the
     * bet gained, else 0.
     *
     * @param prices as in {@link #label}
     * @param events as in {@link #label}
     * @param targets as in {@link #label}
     * @param sides for each event 1 for a long bet, -1 for a short one, 0 for none
     * @return as {@link #label}; events without a bet have no label
     * @throws UnfitDataException as {@link #label}, or if there are not as many sides as events, or one is none
     */
    public List<BarrierLabel> metaLabel(TimeSeries prices, int[] events, double[] targets, int[] sides) {
        if (sides.length != events.length || !Arrays.stream(sides).allMatch(side -> Math.abs(side) <= 1)) {
            throw new UnfitDataException(
                    sides.length + " sides for " + events.length + " events: " + Arrays.toString(sides),
                    "each event has one side: 1 long, -1 short, 0 no bet.",
                    "give one for each event, the sign of the other model's prediction.");
        }
        return label(prices, events, targets, sides, true);
    }

    private List<BarrierLabel> label(TimeSeries prices, int[] events, double[] targets, int[] sides, boolean meta) {
        check(prices, events, targets);
        List<BarrierLabel> labels = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            double target = targets[events[i]];
            if (sides[i] != 0 && target > leastTarget && events[i] < prices.size() - horizon) {
                labels.add(label(prices, events[i], target, sides[i], meta));
            }
        }
        return List.copyOf(labels);
    }

    private BarrierLabel label(TimeSeries prices, int event, double target, int side, boolean meta) {
        double upper = profit > 0 ? profit * target : Double.POSITIVE_INFINITY;
        double lower = stop > 0 ? -stop * target : Double.NEGATIVE_INFINITY;
        Barrier touched = Barrier.TIME;
        double gain = 0;
        int end = event;
        while (touched == Barrier.TIME && end < event + horizon) {
            end++;
            gain = side * (prices.value(end) / prices.value(event) - 1);
            touched = gain > upper ? Barrier.PROFIT : gain < lower ? Barrier.STOP : Barrier.TIME;
        }
        int sign = touched == Barrier.TIME && zeroAtTime ? 0 : (int) Math.signum(gain);
        int label = meta ? Math.max(0, sign) : sign;
        return new BarrierLabel(event, end, new Span(prices.time(event), prices.time(end)), touched, gain, label);
    }

    private static void check(TimeSeries prices, int[] events, double[] targets) {
        if (targets.length != prices.size()) {
            throw new UnfitDataException(
                    targets.length + " targets for " + prices.size() + " prices",
                    "what counts as a move is asked for at the price of the event.",
                    "give a target for each price, NaN where it is not known.");
        }
        for (int i = 0; i < prices.size(); i++) {
            if (!(prices.value(i) > 0)) {
                throw new UnfitDataException(
                        "the price at " + prices.time(i) + " is " + prices.value(i),
                        "gains are fractions of the price.",
                        "give prices above zero, not logarithms or returns.");
            }
        }
        for (int i = 0; i < events.length; i++) {
            if (events[i] < 0 || events[i] >= prices.size() || (i > 0 && events[i] <= events[i - 1])) {
                throw new UnfitDataException(
                        "event " + i + " at index " + events[i] + " of " + prices.size() + " prices",
                        "events are indices of prices, each after the one before it.",
                        "take them as CusumFilter.events gives them.");
            }
        }
    }
}
