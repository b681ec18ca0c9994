package io.trainyard.learning.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.Plan;
import io.trainyard.learning.UnfitDataException;
import io.trainyard.market.Bar;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.Quota;
import io.trainyard.time.ManualClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

final class FeatureSetTest {

    @Test
    void the_sets_have_the_sizes_of_tsfresh_s() {
        assertThat(FeatureSet.minimal().names()).hasSize(10);
        assertThat(FeatureSet.efficient().names())
                .hasSize(709)
                .containsAll(FeatureSet.minimal().names())
                .contains("autocorrelation__lag_1", "fft_coefficient__attr_\"abs\"__coeff_99");
        assertThat(FeatureSet.efficient().names().stream()
                        .map(name -> name.split("__", -1)[0])
                        .distinct())
                .hasSize(67);
    }

    @Test
    void a_set_is_stored_with_the_model() {
        ObjectStore store = ObjectStore.newest(
                new MemoryStore(Quota.of(Plan.FREE)),
                new ManualClock(Instant.parse("2024-01-01T00:00:00Z"), ZoneOffset.UTC));
        FeatureSet set = FeatureSet.efficient().keep(List.of("mean", "quantile__q_0.1"));
        store.saveJson("features", set);
        assertThat(store.readJson("features", FeatureSet.class)).isEqualTo(set);
        assertThat(set.names()).containsExactly("mean", "quantile__q_0.1");
    }

    @Test
    void windows_of_one_value_and_windows_that_do_not_vary_have_features_or_none_but_no_error() {
        FeatureExtractor all = new FeatureSet(withCostlyOnes()).extractor();
        for (double[] window :
                List.of(new double[] {3}, new double[] {1, 2}, new double[] {0, 0, 0, 0}, new double[40])) {
            assertThat(all.of(window)).hasSize(711);
        }
        double[] flat = FeatureSet.of("mean", "variance", "count_above_mean", "skewness", "kurtosis")
                .extractor()
                .of(new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1});
        assertThat(flat).containsExactly(0.1, 0, 0, 0, 0);
    }

    @Test
    void minus_zero_is_zero() {
        assertThat(FeatureSet.of("has_duplicate", "has_duplicate_max")
                        .extractor()
                        .of(new double[] {-0.0, 0.0, -1}))
                .containsExactly(1, 1);
    }

    private static List<String> withCostlyOnes() {
        List<String> names = new ArrayList<>(FeatureSet.efficient().names());
        names.add("sample_entropy");
        names.add("approximate_entropy__m_2__r_0.1");
        return names;
    }

    @Test
    void refuses_names_that_are_none() {
        refuses(() -> FeatureSet.of("meen"), "no feature is called meen");
        refuses(() -> FeatureSet.of("autocorrelation"), "its parameters are []");
        refuses(() -> FeatureSet.of("autocorrelation__lag_x"), "lag is a number");
        refuses(() -> FeatureSet.of("autocorrelation__lag_1.5"), "lag is a whole number");
        refuses(() -> FeatureSet.of("quantile__q_2"), "q is a quantile");
        refuses(() -> FeatureSet.of("linear_trend__attr_slope"), "attr is one of pvalue");
        refuses(() -> FeatureSet.of("mean__x"), "its part \"x\"");
        refuses(() -> FeatureSet.of("energy_ratio_by_chunks__num_segments_3__segment_focus_3"), "segments are counted");
        refuses(() -> FeatureSet.of(), "0 features");
        refuses(() -> FeatureSet.of("mean", "mean"), "twice");
        FeatureExtractor mean = FeatureSet.of("mean").extractor();
        refuses(() -> mean.of(new double[0]), "0 window");
        refuses(() -> mean.of(new double[] {1, Double.NaN}), "window[1] is NaN");
    }

    @Test
    void a_row_is_made_of_its_bar_and_the_bars_before_it() {
        List<Bar> bars = bars(30);
        BarFeatures features =
                new BarFeatures(FeatureSet.of("mean", "maximum"), 5, BarQuantity.CLOSE, BarQuantity.RETURN);
        FeatureTable table = features.over(bars);
        assertThat(features.bars()).isEqualTo(6);
        assertThat(table.names()).containsExactly("close__mean", "close__maximum", "return__mean", "return__maximum");
        assertThat(table.size()).isEqualTo(25);
        for (int row = 0; row < table.size(); row++) {
            List<Bar> window = bars.subList(row + 1, row + 6);
            assertThat(table.time(row)).isEqualTo(window.get(4).end());
            assertThat(table.row(row)[0])
                    .isCloseTo(window.stream().mapToDouble(Bar::close).average().orElseThrow(), within(1e-12));
            double before = bars.get(row).close();
            assertThat(table.row(row)[2]).isCloseTo(20 * Math.log(window.get(4).close() / before), within(1e-9));
            assertThat(features.latest(bars.subList(0, row + 6))).containsExactly(table.row(row));
        }
        FeatureTable every = features.over(bars, 10);
        assertThat(every.size()).isEqualTo(3);
        assertThat(every.row(1)).containsExactly(table.row(10));
        assertThat(table.rows(10, 20).column("close__mean")).hasSize(2);
        assertThat(table.keep(List.of("return__mean")).names()).containsExactly("return__mean");
    }

    @Test
    void refuses_bars_that_make_no_window() {
        BarFeatures features = new BarFeatures(FeatureSet.minimal(), 5, BarQuantity.CLOSE);
        List<Bar> bars = bars(10);
        refuses(() -> features.over(bars.subList(0, 4)), "4 bars");
        refuses(() -> features.latest(bars.subList(0, 4)), "4 bars");
        List<Bar> backwards = new ArrayList<>(bars);
        Collections.reverse(backwards);
        refuses(() -> features.over(backwards), "a window is of one symbol, in the order of time");
        refuses(() -> new BarFeatures(FeatureSet.minimal(), 5), "0 quantities");
        refuses(
                () -> new BarFeatures(FeatureSet.minimal(), 5, BarQuantity.LOW, BarQuantity.LOW),
                "quantities [LOW, LOW]");
        refuses(() -> features.over(bars).column("open__mean"), "no column is called open__mean");
        refuses(() -> features.over(bars).keep(List.of("open__mean")), "0 of the columns");
        refuses(() -> FeatureTable.of(List.of("a"), List.of(), new double[1][1]), "1 rows at 0 times under 1 names");
    }

    private static void refuses(ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("why:")
                .hasMessageContaining("fix:");
    }

    private static List<Bar> bars(int count) {
        Random random = new Random(2);
        List<Bar> bars = new ArrayList<>();
        double price = 100;
        for (int i = 0; i < count; i++) {
            double open = price;
            price *= Math.exp(0.01 * random.nextGaussian());
            bars.add(new Bar(
                    "X",
                    60_000L * i,
                    60_000L * (i + 1),
                    open,
                    Math.max(open, price),
                    Math.min(open, price),
                    price,
                    100 + i));
        }
        return bars;
    }
}
