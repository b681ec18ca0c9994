package io.trainyard.learning.labels;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * How much each label tells that no other one tells: labels whose spans overlap are made from the same returns, and are
 * not independent (chapter 4). Immutable.
 */
public final class SampleUniqueness {

    private final int[] first;
    private final int[] last;
    private final int[] concurrency;

    private SampleUniqueness(int[] first, int[] last, int values) {
        this.first = first;
        this.last = last;
        this.concurrency = concurrency(values);
    }

    /**
     * Of labels on one series.
     *
     * @param labels what came of events
     * @param values how many values the series has
     * @throws UnfitDataException if there are no labels, or one reaches beyond the series
     */
    public static SampleUniqueness of(List<BarrierLabel> labels, int values) {
        return of(
                labels.stream().mapToInt(BarrierLabel::event).toArray(),
                labels.stream().mapToInt(BarrierLabel::end).toArray(),
                values);
    }

    /**
     * Of labels that were made by other means.
     *
     * @param first for each label the index of its first value
     * @param last for each label the index of its last value, which belongs to it
     * @param values how many values the series has
     * @throws UnfitDataException if there are no labels, the lengths differ, or one reaches beyond the series
     */
    public static SampleUniqueness of(int[] first, int[] last, int values) {
        Samples.enough(first.length, "labels", 1);
        boolean fits = first.length == last.length;
        for (int i = 0; fits && i < first.length; i++) {
            fits = 0 <= first[i] && first[i] <= last[i] && last[i] < values;
        }
        if (!fits) {
            throw new UnfitDataException(
                    "labels from " + Arrays.toString(first) + " to " + Arrays.toString(last) + " on " + values
                            + " values",
                    "each label begins and ends within the series, and does not end before it begins.",
                    "count indices from 0, in the series that the labels were made from.");
        }
        return new SampleUniqueness(first.clone(), last.clone(), values);
    }

    private int[] concurrency(int values) {
        int[] begins = new int[values + 1];
        for (int i = 0; i < first.length; i++) {
            begins[first[i]]++;
            begins[last[i] + 1]--;
        }
        int[] counts = new int[values];
        int open = 0;
        for (int t = 0; t < values; t++) {
            open += begins[t];
            counts[t] = open;
        }
        return counts;
    }

    /** For each value, of how many labels it is a part (snippet 4.1). */
    public int[] concurrency() {
        return concurrency.clone();
    }

    /** For each label the mean, over its values, of one over the concurrency: 1 if it shares nothing (snippet 4.2). */
    public double[] averages() {
        double[] averages = new double[first.length];
        Arrays.setAll(averages, i -> uniqueness(i, concurrency, 0));
        return averages;
    }

    /**
     * A weight for each label: the absolute sum of the logarithmic returns over its values, each shared among the
     * labels that it is a part of, scaled to a mean of 1 (snippet 4.10).
     *
     * @param prices the series, above zero
     * @throws UnfitDataException if it has another length, or a price is not above zero
     */
    public double[] returnWeights(double[] prices) {
        Samples.finite(prices, "prices", concurrency.length);
        if (prices.length != concurrency.length || !Arrays.stream(prices).allMatch(price -> price > 0)) {
            throw new UnfitDataException(
                    prices.length + " prices for labels on " + concurrency.length + " values",
                    "returns are those of the series that the labels were made from.",
                    "give its prices, above zero.");
        }
        double[] weights = new double[first.length];
        for (int i = 0; i < weights.length; i++) {
            double sum = 0;
            for (int t = Math.max(1, first[i]); t <= last[i]; t++) {
                sum += Math.log(prices[t] / prices[t - 1]) / concurrency[t];
            }
            weights[i] = Math.abs(sum);
        }
        double total = Arrays.stream(weights).sum();
        if (total > 0) {
            Arrays.setAll(weights, i -> weights[i] * weights.length / total);
        } else {
            Arrays.fill(weights, 1);
        }
        return weights;
    }

    /**
     * The probability of each label to be drawn next, after some were drawn: in proportion to the uniqueness that it
     * would have among them (section 4.5.1).
     *
     * @param drawn indices of labels, repeated ones included
     */
    public double[] drawProbabilities(int... drawn) {
        int[] open = new int[concurrency.length];
        for (int label : drawn) {
            add(label, open);
        }
        return probabilities(open);
    }

    /**
     * Draws labels with replacement, each time by {@link #drawProbabilities}: a bootstrap of samples that overlap less
     * (snippet 4.5). The same seed draws the same.
     *
     * @param count how many to draw, 1 or more
     * @param seed where chance starts
     * @return indices of labels in the order in which they were drawn
     */
    public int[] sequentialBootstrap(int count, long seed) {
        Samples.atLeast(count, "count", 1);
        Random random = new Random(seed);
        int[] open = new int[concurrency.length];
        int[] drawn = new int[count];
        for (int n = 0; n < count; n++) {
            double[] probabilities = probabilities(open);
            double left = random.nextDouble();
            int label = 0;
            while (label < probabilities.length - 1 && left >= probabilities[label]) {
                left -= probabilities[label];
                label++;
            }
            drawn[n] = label;
            add(label, open);
        }
        return drawn;
    }

    private double[] probabilities(int[] open) {
        double[] probabilities = new double[first.length];
        Arrays.setAll(probabilities, i -> uniqueness(i, open, 1));
        double sum = Arrays.stream(probabilities).sum();
        Arrays.setAll(probabilities, i -> probabilities[i] / sum);
        return probabilities;
    }

    private double uniqueness(int label, int[] counts, int itself) {
        double sum = 0;
        for (int t = first[label]; t <= last[label]; t++) {
            sum += 1.0 / (counts[t] + itself);
        }
        return sum / (last[label] - first[label] + 1);
    }

    private void add(int label, int[] open) {
        for (int t = first[label]; t <= last[label]; t++) {
            open[t]++;
        }
    }
}
