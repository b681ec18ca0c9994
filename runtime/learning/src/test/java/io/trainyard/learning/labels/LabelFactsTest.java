package io.trainyard.learning.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.learning.Facts;
import io.trainyard.learning.TimeSeries;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Against the definitions as facts/labels.py computes them with pandas, and against the worked examples of the book.
 */
final class LabelFactsTest {

    private static final double[] PRICES = Facts.column("volatility.tsv", 0);
    private static final double[] TARGETS = Facts.column("volatility.tsv", 1);
    private static final TimeSeries SERIES = TimeSeries.of(
            LongStream.range(0, PRICES.length).map(i -> i * 60_000).toArray(), PRICES);

    @Test
    void the_deviation_is_that_of_pandas() {
        double[] returns = new double[PRICES.length - 1];
        Arrays.setAll(returns, i -> PRICES[i + 1] / PRICES[i] - 1);
        double[] deviations = EwmVolatility.of(returns, 50);
        assertThat(deviations[0]).isNaN();
        for (int i = 1; i < deviations.length; i++) {
            assertThat(deviations[i]).isCloseTo(TARGETS[i + 1], within(1e-12));
        }
    }

    @Test
    void events_labels_uniqueness_and_weights_are_those_of_the_definitions() {
        List<String[]> rows = Facts.rows("labels.tsv");
        int[] events = CusumFilter.events(Arrays.stream(PRICES).map(Math::log).toArray(), 0.02);
        TripleBarrier barriers = TripleBarrier.of(2, 1, 10);
        int[] shorts = new int[events.length];
        Arrays.fill(shorts, -1);
        List<BarrierLabel> longLabels = barriers.label(SERIES, events, TARGETS);
        List<BarrierLabel> shortLabels = barriers.metaLabel(SERIES, events, TARGETS, shorts);
        assertThat(longLabels.size() + shortLabels.size()).isEqualTo(rows.size());
        double[] uniqueness = SampleUniqueness.of(longLabels, PRICES.length).averages();
        double[] weights = SampleUniqueness.of(longLabels, PRICES.length).returnWeights(PRICES);
        for (int i = 0; i < rows.size(); i++) {
            String[] row = rows.get(i);
            boolean isLong = row[1].equals("1");
            BarrierLabel label = (isLong ? longLabels : shortLabels).get(i / 2);
            double gain = Double.parseDouble(row[4]);
            assertThat(label.event()).isEqualTo(Integer.parseInt(row[0]));
            assertThat(label.end()).isEqualTo(Integer.parseInt(row[2]));
            assertThat(label.touched()).isEqualTo(Barrier.valueOf(row[3]));
            assertThat(label.gain()).isCloseTo(gain, within(1e-12));
            assertThat(label.label()).isEqualTo((int) (isLong ? Math.signum(gain) : Math.max(0, Math.signum(gain))));
            assertThat(label.span().end()).isEqualTo(SERIES.time(label.end()));
            if (isLong) {
                assertThat(uniqueness[i / 2]).isCloseTo(Double.parseDouble(row[5]), within(1e-12));
                assertThat(weights[i / 2]).isCloseTo(Double.parseDouble(row[6]), within(1e-10));
            }
        }
    }

    @Test
    void draws_with_the_probabilities_of_the_books_example() {
        // section 4.5.3: returns 0 to 5, labels over [0, 2], [2, 3] and [4, 5]; after the second was drawn
        SampleUniqueness labels = SampleUniqueness.of(new int[] {0, 2, 4}, new int[] {2, 3, 5}, 6);
        assertThat(labels.concurrency()).containsExactly(1, 1, 2, 1, 1, 1);
        assertThat(labels.averages()).containsExactly(new double[] {5 / 6.0, 3 / 4.0, 1}, within(1e-15));
        assertThat(labels.drawProbabilities()).containsExactly(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, within(1e-15));
        assertThat(labels.drawProbabilities(1))
                .containsExactly(new double[] {5 / 14.0, 3 / 14.0, 6 / 14.0}, within(1e-15));
    }

    @Test
    void a_sequential_bootstrap_is_more_unique_than_a_plain_one() {
        List<BarrierLabel> labels = TripleBarrier.of(2, 2, 20)
                .label(
                        SERIES,
                        CusumFilter.events(Arrays.stream(PRICES).map(Math::log).toArray(), 0.005),
                        TARGETS);
        SampleUniqueness all = SampleUniqueness.of(labels, PRICES.length);
        int[] drawn = all.sequentialBootstrap(labels.size(), 3);
        assertThat(all.sequentialBootstrap(labels.size(), 3)).containsExactly(drawn);
        Random random = new Random(3);
        int[] plain = random.ints(labels.size(), 0, labels.size()).toArray();
        assertThat(uniqueness(labels, drawn)).isGreaterThan(uniqueness(labels, plain));
    }

    private static double uniqueness(List<BarrierLabel> labels, int[] drawn) {
        List<BarrierLabel> some = Arrays.stream(drawn).mapToObj(labels::get).toList();
        return Arrays.stream(SampleUniqueness.of(some, PRICES.length).averages())
                .average()
                .orElseThrow();
    }
}
