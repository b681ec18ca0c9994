package io.trainyard.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.learning.features.BarFeatures;
import io.trainyard.learning.features.BarQuantity;
import io.trainyard.learning.features.FeatureSet;
import io.trainyard.learning.features.FeatureTable;
import io.trainyard.learning.features.Relevance;
import io.trainyard.learning.hmm.GaussianHmm;
import io.trainyard.learning.hmm.HmmFit;
import io.trainyard.learning.labels.BarrierLabel;
import io.trainyard.learning.labels.CusumFilter;
import io.trainyard.learning.labels.EwmVolatility;
import io.trainyard.learning.labels.SampleUniqueness;
import io.trainyard.learning.labels.TripleBarrier;
import io.trainyard.learning.splits.Fold;
import io.trainyard.learning.splits.PurgedKFold;
import io.trainyard.market.Bar;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Over SPY from 1998 to 2021. */
final class RealReturnsTest {

    private final List<Bar> bars = RealBars.daily("SPY");
    private final double[] closes = TimeSeries.closes(bars).values();

    @Test
    void regimes_of_spy_are_those_that_pomegranate_finds() {
        // pomegranate 0.14.8, Baum-Welch until nothing changes, on the same logarithmic returns
        double[] returns = returns();
        assertThat(returns).hasSize(5848);
        HmmFit fit = GaussianHmm.trainer(2).seed(7).starts(2).tolerance(1e-9).fit(returns);
        GaussianHmm model = fit.model();
        assertThat(fit.converged()).isTrue();
        assertThat(fit.logLikelihood()).isCloseTo(18543.581781, within(1e-4));
        assertThat(model.states().get(0).mean().get(0)).isCloseTo(0.000823071, within(1e-7));
        assertThat(model.states().get(0).deviation(0)).isCloseTo(0.006953778, within(1e-7));
        assertThat(model.states().get(1).mean().get(0)).isCloseTo(-0.000922966, within(1e-7));
        assertThat(model.states().get(1).deviation(0)).isCloseTo(0.018877841, within(1e-7));
        assertThat(model.transitions().get(0).get(0)).isCloseTo(0.985980831, within(1e-5));
        assertThat(model.transitions().get(1).get(1)).isCloseTo(0.971536575, within(1e-5));
    }

    @Test
    void from_bars_to_folds_nothing_is_known_too_early() {
        TimeSeries prices = TimeSeries.closes(bars);
        double[] targets = new double[closes.length];
        targets[0] = Double.NaN;
        System.arraycopy(EwmVolatility.of(returns(), 100), 0, targets, 1, closes.length - 1);
        int[] events = CusumFilter.events(Arrays.stream(closes).map(Math::log).toArray(), 0.03);
        BarFeatures features = new BarFeatures(FeatureSet.minimal(), 60, BarQuantity.RETURN);
        int skipped = features.bars() - 1;
        List<BarrierLabel> labels = TripleBarrier.of(1.5, 1.5, 10)
                .label(prices, Arrays.stream(events).filter(e -> e >= skipped).toArray(), targets);
        FeatureTable table = features.over(bars)
                .rows(labels.stream().mapToInt(label -> label.event() - skipped).toArray());
        for (int i = 0; i < labels.size(); i++) {
            assertThat(table.time(i)).isEqualTo(labels.get(i).span().start());
        }
        List<Fold> folds = new PurgedKFold(5, Duration.ofDays(5))
                .split(labels.stream().map(BarrierLabel::span).toList());
        for (Fold fold : folds) {
            for (int i : fold.train()) {
                for (int j : fold.test()) {
                    assertThat(labels.get(i).span().overlaps(labels.get(j).span()))
                            .isFalse();
                }
            }
            assertThat(fold.train().length).isGreaterThan(fold.test().length);
        }
        double[] uniqueness = SampleUniqueness.of(labels, closes.length).averages();
        assertThat(uniqueness).hasSize(labels.size()).doesNotContain(0.0);
        boolean[] rose = new boolean[labels.size()];
        for (int i = 0; i < rose.length; i++) {
            rose[i] = labels.get(i).label() > 0;
        }
        assertThat(Relevance.toBinary(table.withoutGaps(), rose, 0.05)).hasSize(10);
    }

    private double[] returns() {
        double[] returns = new double[closes.length - 1];
        Arrays.setAll(returns, i -> Math.log(closes[i + 1] / closes[i]));
        return returns;
    }
}
