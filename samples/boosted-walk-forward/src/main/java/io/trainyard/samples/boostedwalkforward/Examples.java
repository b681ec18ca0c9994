package io.trainyard.samples.boostedwalkforward;

import io.trainyard.learning.Span;
import io.trainyard.learning.TimeSeries;
import io.trainyard.learning.features.BarFeatures;
import io.trainyard.learning.features.BarQuantity;
import io.trainyard.learning.features.FeatureSet;
import io.trainyard.learning.features.FeatureTable;
import io.trainyard.learning.labels.BarrierLabel;
import io.trainyard.learning.labels.EwmVolatility;
import io.trainyard.learning.labels.SampleUniqueness;
import io.trainyard.learning.labels.TripleBarrier;
import io.trainyard.market.Bar;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A row of features for each bar, known at its close, and its label: which of two barriers, as far away as the market moves
 * in a few days, the close passes first in the next five bars. The last five bars have no label yet.
 */
final class Examples {

    private static final BarFeatures WEEK =
            new BarFeatures(FeatureSet.of("mean", "standard_deviation"), 5, BarQuantity.RETURN, BarQuantity.RANGE);

    private static final BarFeatures MONTH = new BarFeatures(
            FeatureSet.of("mean", "standard_deviation", "minimum", "maximum", "autocorrelation__lag_1"),
            20,
            BarQuantity.RETURN,
            BarQuantity.RANGE);

    /** How many bars a row takes. */
    static final int BARS = MONTH.bars();

    private static final int HORIZON = 5;
    private static final double BARRIER = 1.5;
    private static final double VOLATILITY_SPAN = 20;

    private final double[][] rows;
    private final List<BarrierLabel> labels;
    private final int bars;

    private Examples(double[][] rows, List<BarrierLabel> labels, int bars) {
        this.rows = rows;
        this.labels = labels;
        this.bars = bars;
    }

    static Examples of(List<Bar> bars) {
        TimeSeries closes = TimeSeries.closes(bars);
        double[] returns = new double[bars.size() - 1];
        Arrays.setAll(returns, i -> closes.value(i + 1) / closes.value(i) - 1);
        double[] targets = DoubleStream.concat(
                        DoubleStream.of(Double.NaN), DoubleStream.of(EwmVolatility.of(returns, VOLATILITY_SPAN)))
                .toArray();
        int[] events = IntStream.range(BARS - 1, bars.size()).toArray();
        List<BarrierLabel> labels = TripleBarrier.of(BARRIER, BARRIER, HORIZON).label(closes, events, targets);
        FeatureTable week = WEEK.over(bars);
        FeatureTable month = MONTH.over(bars);
        double[][] rows = labels.stream()
                .map(label ->
                        row(week.row(label.event() - WEEK.bars() + 1), month.row(label.event() - MONTH.bars() + 1)))
                .toArray(double[][]::new);
        return new Examples(rows, labels, bars.size());
    }

    /** The row of the last bar. */
    static double[] latest(List<Bar> bars) {
        return row(WEEK.latest(bars), MONTH.latest(bars));
    }

    private static double[] row(double[] week, double[] month) {
        return DoubleStream.concat(DoubleStream.of(week), DoubleStream.of(month))
                .toArray();
    }

    int size() {
        return rows.length;
    }

    double[] row(int example) {
        return rows[example].clone();
    }

    boolean rises(int example) {
        return labels.get(example).label() > 0;
    }

    BarrierLabel label(int example) {
        return labels.get(example);
    }

    /** From the bar at whose close a row is known to the one at whose close its label is. */
    List<Span> spans() {
        return labels.stream().map(BarrierLabel::span).toList();
    }

    /** How much each of some examples tells that none of the others does. */
    double[] weights(int[] some) {
        return SampleUniqueness.of(Arrays.stream(some).mapToObj(labels::get).toList(), bars)
                .averages();
    }
}
