package io.trainyard.learning.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.learning.TimeSeries;
import io.trainyard.learning.UnfitDataException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What must hold for labels and weights of every series. */
final class LabelLawsTest {

    @Property(tries = 100)
    void labels_do_not_look_beyond_their_end(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 15) int horizon,
            @ForAll boolean profit,
            @ForAll boolean stop) {
        double[] prices = prices(seed, 80);
        double[] targets = new double[80];
        Arrays.fill(targets, 0.02);
        int[] events = IntStream.range(0, 80).toArray();
        TripleBarrier barriers = TripleBarrier.of(profit ? 1.5 : 0, stop ? 1 : 0, horizon);
        List<BarrierLabel> labels = barriers.label(series(prices), events, targets);
        assertThat(labels).hasSize(80 - horizon);
        Random noise = new Random(seed + 1);
        for (BarrierLabel label : labels) {
            assertThat(label.end()).isBetween(label.event() + 1, label.event() + horizon);
            double[] changed = prices.clone();
            for (int t = label.end() + 1; t < changed.length; t++) {
                changed[t] *= 0.5 + noise.nextDouble();
            }
            assertThat(barriers.label(series(changed), new int[] {label.event()}, targets))
                    .containsExactly(label);
        }
    }

    @Property(tries = 100)
    void uniqueness_is_shared_out_among_labels(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int count) {
        Random random = new Random(seed);
        int[] first = random.ints(count, 0, 50).sorted().toArray();
        int[] last = Arrays.stream(first)
                .map(f -> Math.min(59, f + random.nextInt(10)))
                .toArray();
        SampleUniqueness labels = SampleUniqueness.of(first, last, 60);
        double[] averages = labels.averages();
        double shared = 0;
        for (int i = 0; i < count; i++) {
            assertThat(averages[i]).isBetween(0.0, 1.0);
            shared += averages[i] * (last[i] - first[i] + 1);
        }
        // each value that has a label is shared out whole
        double covered =
                (double) Arrays.stream(labels.concurrency()).filter(c -> c > 0).count();
        assertThat(shared).isCloseTo(covered, within(1e-9));
    }

    @Test
    void bets_that_run_out_of_time_have_the_sign_of_their_gain_or_none() {
        TimeSeries flat = series(new double[] {100, 101, 101, 99, 99});
        double[] targets = {0.5, 0.5, 0.5, 0.5, 0.5};
        TripleBarrier barriers = TripleBarrier.of(1, 1, 1);
        int[] events = {0, 1, 2, 3};
        assertThat(barriers.label(flat, events, targets))
                .extracting(BarrierLabel::label)
                .containsExactly(1, 0, -1, 0);
        assertThat(barriers.zeroAtTime().label(flat, events, targets))
                .extracting(BarrierLabel::label)
                .containsOnly(0);
    }

    @Test
    void targets_that_are_unknown_or_too_small_and_sides_without_a_bet_have_no_label() {
        TimeSeries series = series(new double[] {100, 101, 102, 103, 104});
        double[] targets = {Double.NaN, 0.001, 0.02, 0.02, 0.02};
        TripleBarrier barriers = TripleBarrier.of(1, 1, 1).leastTarget(0.01);
        assertThat(barriers.label(series, new int[] {0, 1, 2, 3}, targets))
                .extracting(BarrierLabel::event)
                .containsExactly(2, 3);
        assertThat(barriers.metaLabel(series, new int[] {2, 3}, targets, new int[] {0, -1}))
                .extracting(BarrierLabel::label)
                .containsExactly(0);
    }

    @Test
    void a_filter_fires_once_for_each_move() {
        CusumFilter filter = new CusumFilter();
        assertThat(filter.update(0.6, 1)).isZero();
        assertThat(filter.update(0.6, 1)).isOne();
        assertThat(filter.update(0.6, 1)).isZero();
        assertThat(filter.update(-1.5, 1)).isEqualTo(-1);
        assertThat(CusumFilter.events(new double[] {0, 1, 2, 3, 4}, 1)).containsExactly(2, 4);
    }

    @Test
    void refuses_what_cannot_be_labelled_and_says_what_to_do() {
        TimeSeries series = series(new double[] {100, 101, 102});
        double[] targets = {0.01, 0.01, 0.01};
        TripleBarrier barriers = TripleBarrier.of(1, 1, 1);
        refuses(() -> TripleBarrier.of(-1, 1, 1), "profit = -1.0");
        refuses(() -> TripleBarrier.of(1, Double.NaN, 1), "stop = NaN");
        refuses(() -> TripleBarrier.of(1, 1, 0), "horizon = 0");
        refuses(() -> barriers.label(series, new int[] {0}, new double[2]), "2 targets for 3 prices");
        refuses(() -> barriers.label(series, new int[] {1, 1}, targets), "event 1 at index 1");
        refuses(() -> barriers.label(series, new int[] {3}, targets), "event 0 at index 3");
        refuses(() -> barriers.label(series(new double[] {1, 0, 1}), new int[] {0}, targets), "the price at");
        refuses(() -> barriers.metaLabel(series, new int[] {0}, targets, new int[] {2}), "1 sides for 1 events");
        refuses(() -> CusumFilter.events(new double[] {1, Double.NaN}, 1), "values[1] is NaN");
        refuses(() -> CusumFilter.events(new double[] {1, 2}, 0), "threshold = 0.0");
        refuses(() -> EwmVolatility.of(new double[] {1}, 1), "span = 1.0");
        refuses(() -> SampleUniqueness.of(new int[] {0}, new int[] {9}, 5), "labels from [0] to [9] on 5 values");
        refuses(() -> SampleUniqueness.of(new int[] {0}, new int[] {1}, 5).returnWeights(new double[6]), "6 prices");
        refuses(() -> TimeSeries.of(new long[] {1, 0}, new double[] {1, 1}), "1970-01-01T00:00:00Z after");
        refuses(() -> TimeSeries.of(new long[] {1}, new double[] {1, 1}), "1 times and 2 values");
    }

    private static void refuses(ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("why:")
                .hasMessageContaining("fix:");
    }

    private static double[] prices(long seed, int count) {
        Random random = new Random(seed);
        double[] prices = new double[count];
        double price = 100;
        for (int i = 0; i < count; i++) {
            price *= Math.exp(0.015 * random.nextGaussian());
            prices[i] = price;
        }
        return prices;
    }

    private static TimeSeries series(double[] prices) {
        return TimeSeries.of(LongStream.range(0, prices.length).toArray(), prices);
    }
}
