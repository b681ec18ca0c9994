package io.trainyard.samples.svmdirection;

import static io.trainyard.learning.features.BarQuantity.RANGE;
import static io.trainyard.learning.features.BarQuantity.RETURN;

import io.trainyard.learning.Samples;
import io.trainyard.learning.features.BarFeatures;
import io.trainyard.learning.features.FeatureSet;
import io.trainyard.market.Bar;
import java.util.Arrays;
import java.util.List;

/**
 * What the machine learns from: a row of features for each day, known at its close, and whether the next close was higher. The last
 * day has no next close yet and is left out. Features have tsfresh's names.
 */
final class Examples {

    /** Ten days of returns and of ranges, in percent. */
    private static final BarFeatures FEATURES = new BarFeatures(
            FeatureSet.of(
                    "mean",
                    "standard_deviation",
                    "minimum",
                    "maximum",
                    "mean_change",
                    "mean_abs_change",
                    "autocorrelation__lag_1"),
            10,
            RETURN,
            RANGE);

    /** How many bars the features of one day take. */
    static final int BARS = FEATURES.bars();

    private static final int FEWEST = 60;

    private final double[][] rows;
    private final boolean[] rises;

    Examples(double[][] rows, boolean[] rises) {
        this.rows = rows;
        this.rises = rises;
    }

    /**
     * Those of a history.
     *
     * @param bars of one symbol, oldest first
     * @throws io.trainyard.learning.UnfitDataException if they are too few
     */
    static Examples of(List<Bar> bars) {
        Samples.enough(bars.size(), "bars", BARS + FEWEST);
        double[][] rows = FEATURES.over(bars.subList(0, bars.size() - 1)).rows();
        boolean[] rises = new boolean[rows.length];
        for (int row = 0; row < rows.length; row++) {
            int day = BARS - 1 + row;
            rises[row] = bars.get(day + 1).close() > bars.get(day).close();
        }
        return new Examples(rows, rises);
    }

    /** The row of the last of these bars. */
    static double[] latest(List<Bar> bars) {
        return FEATURES.latest(bars);
    }

    int size() {
        return rows.length;
    }

    double[] row(int row) {
        return rows[row];
    }

    boolean rises(int row) {
        return rises[row];
    }

    double[][] rows() {
        return rows;
    }

    /** How many of them rise, as a fraction: the hit rate of who always says so. */
    double share() {
        int count = 0;
        for (boolean each : rises) {
            count += each ? 1 : 0;
        }
        return (double) count / rises.length;
    }

    /** The rows from one to before another. */
    Examples range(int from, int to) {
        return new Examples(Arrays.copyOfRange(rows, from, to), Arrays.copyOfRange(rises, from, to));
    }
}
