package io.trainyard.learning.features;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;
import io.trainyard.market.Bar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Features of the latest bars, for each bar of a history: a row is known at the end of its bar and made of it and the
 * bars before it, so that a training and a handler compute the same. Names are those of tsfresh,
 * {@code close__autocorrelation__lag_1}. Immutable.
 */
public final class BarFeatures {

    private final FeatureExtractor extractor;
    private final int window;
    private final List<BarQuantity> quantities;

    /**
     * Features to compute.
     *
     * @param set which ones, of each quantity
     * @param window of how many bars, 1 or more
     * @param quantities of bars, one at least
     * @throws UnfitDataException if there is no quantity, one is there twice, or the window is below 1
     */
    public BarFeatures(FeatureSet set, int window, BarQuantity... quantities) {
        Samples.enough(quantities.length, "quantities", 1);
        this.extractor = set.extractor();
        this.window = Samples.atLeast(window, "window", 1);
        this.quantities = List.of(quantities);
        if (this.quantities.stream().distinct().count() < quantities.length) {
            throw new UnfitDataException(
                    "quantities " + this.quantities, "each one is there once.", "leave out the second.");
        }
    }

    /** How many bars one row takes. */
    public int bars() {
        return window + before();
    }

    /** The names of the columns: all features of the first quantity, then of the next. */
    public List<String> names() {
        return quantities.stream()
                .flatMap(quantity -> extractor.names().stream().map(name -> quantity.text() + "__" + name))
                .toList();
    }

    /**
     * A row for each bar that has enough bars before it.
     *
     * @param bars of one symbol, oldest first
     * @throws UnfitDataException if there are fewer than {@link #bars}, they are of several symbols or out of order, or
     *     a number is not finite
     */
    public FeatureTable over(List<Bar> bars) {
        return over(bars, 1);
    }

    /**
     * A row for the first bar that has enough bars before it, and for each so many bars later.
     *
     * @param bars as in {@link #over(List)}
     * @param step 1 or more
     * @throws UnfitDataException as {@link #over(List)}, or if the step is below 1
     */
    public FeatureTable over(List<Bar> bars, int step) {
        Samples.atLeast(step, "step", 1);
        check(bars);
        List<double[]> values =
                quantities.stream().map(quantity -> values(quantity, bars)).toList();
        List<Instant> times = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int end = bars(); end <= bars.size(); end += step) {
            times.add(bars.get(end - 1).end());
            rows.add(row(values, end));
        }
        return FeatureTable.of(names(), times, rows.toArray(double[][]::new));
    }

    /**
     * The row of the last bar alone.
     *
     * @param bars as in {@link #over(List)}
     * @throws UnfitDataException as {@link #over(List)}
     */
    public double[] latest(List<Bar> bars) {
        Samples.enough(bars.size(), "bars", bars());
        return over(bars.subList(bars.size() - bars(), bars.size())).row(0);
    }

    private double[] row(List<double[]> values, int end) {
        return values.stream()
                .flatMapToDouble(all -> Arrays.stream(extractor.of(Arrays.copyOfRange(all, end - window, end))))
                .toArray();
    }

    private double[] values(BarQuantity quantity, List<Bar> bars) {
        double[] values = new double[bars.size()];
        for (int i = quantity.barsBefore(); i < values.length; i++) {
            values[i] = quantity.of(bars.get(Math.max(0, i - 1)), bars.get(i));
        }
        return values;
    }

    private int before() {
        return quantities.stream().mapToInt(BarQuantity::barsBefore).max().orElseThrow();
    }

    private void check(List<Bar> bars) {
        Samples.enough(bars.size(), "bars", bars());
        for (int i = 1; i < bars.size(); i++) {
            Bar last = bars.get(i - 1);
            Bar bar = bars.get(i);
            if (!bar.symbol().equals(last.symbol()) || bar.endMillis() <= last.endMillis()) {
                throw new UnfitDataException(
                        bar.symbol() + " until " + bar.end() + " after " + last.symbol() + " until " + last.end(),
                        "a window is of one symbol, in the order of time.",
                        "give the bars of one symbol, oldest first, as History does.");
            }
        }
    }
}
