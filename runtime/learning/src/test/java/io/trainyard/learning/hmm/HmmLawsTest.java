package io.trainyard.learning.hmm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.learning.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What must hold for every model and every sequence. */
final class HmmLawsTest {

    @Property(tries = 25)
    void the_likelihood_never_falls(
            @ForAll long seed, @ForAll Covariance covariance, @ForAll @IntRange(min = 1, max = 3) int states) {
        double[][] observations = observations(new Random(seed), 120, 2);
        HmmFit fit = GaussianHmm.trainer(states)
                .covariance(covariance)
                .seed(seed)
                .starts(1)
                .maxIterations(60)
                .fit(observations);
        List<Double> likelihoods = fit.logLikelihoods();
        for (int i = 1; i < likelihoods.size(); i++) {
            assertThat(likelihoods.get(i)).isGreaterThanOrEqualTo(likelihoods.get(i - 1) - 1e-8);
        }
        assertThat(fit.model().logLikelihood(observations)).isCloseTo(fit.logLikelihood(), within(1e-8));
    }

    @Property(tries = 60)
    void all_paths_together_are_the_likelihood_and_the_best_is_viterbis(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 3) int states,
            @ForAll @IntRange(min = 1, max = 6) int length,
            @ForAll @IntRange(min = 1, max = 3) int quantities) {
        Random random = new Random(seed);
        GaussianHmm model = model(random, states, quantities);
        double[][] observations = observations(random, length, quantities);
        double best = Double.NEGATIVE_INFINITY;
        double sum = 0;
        double[][] posterior = new double[length][states];
        for (int[] path : paths(states, length)) {
            double likelihood = model.logLikelihood(observations, path);
            best = Math.max(best, likelihood);
            sum += Math.exp(likelihood);
            for (int t = 0; t < length; t++) {
                posterior[t][path[t]] += Math.exp(likelihood);
            }
        }
        assertThat(model.logLikelihood(observations, model.path(observations))).isEqualTo(best);
        assertThat(model.logLikelihood(observations)).isCloseTo(Math.log(sum), within(1e-9));
        double[][] smoothed = model.smoothed(observations);
        for (int t = 0; t < length; t++) {
            for (int k = 0; k < states; k++) {
                assertThat(smoothed[t][k]).isCloseTo(posterior[t][k] / sum, within(1e-9));
            }
        }
    }

    @Property(tries = 60)
    void the_filter_is_the_forward_pass_and_probabilities_add_up(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int states) {
        Random random = new Random(seed);
        GaussianHmm model = model(random, states, 2);
        double[][] observations = observations(random, 40, 2);
        HmmFilter filter = model.filter();
        double[][] filtered = model.filtered(observations);
        double[][] smoothed = model.smoothed(observations);
        for (int t = 0; t < observations.length; t++) {
            assertThat(filter.update(observations[t])).containsExactly(filtered[t]);
            assertThat(Arrays.stream(filtered[t]).sum()).isCloseTo(1, within(1e-12));
            assertThat(Arrays.stream(smoothed[t]).sum()).isCloseTo(1, within(1e-9));
            assertThat(Arrays.stream(filter.expected()).sum()).isCloseTo(1, within(1e-9));
        }
        assertThat(smoothed[39]).containsExactly(filtered[39]);
        assertThat(filter.logLikelihood()).isEqualTo(model.logLikelihood(observations));
    }

    @Property(tries = 20)
    void units_change_nothing_but_units(@ForAll long seed) {
        double[] returns = Facts.column("hmm-returns.tsv", 0);
        double[] some = Arrays.copyOf(returns, 400);
        double[] percent = Arrays.stream(some).map(value -> 1024 * value).toArray();
        GaussianHmm one = GaussianHmm.trainer(2).seed(seed).starts(1).fit(some).model();
        GaussianHmm other =
                GaussianHmm.trainer(2).seed(seed).starts(1).fit(percent).model();
        for (int k = 0; k < 2; k++) {
            assertThat(other.states().get(k).deviation(0))
                    .isCloseTo(1024 * one.states().get(k).deviation(0), within(1e-4));
        }
    }

    private static double[][] observations(Random random, int length, int quantities) {
        double[][] rows = new double[length][quantities];
        for (int t = 0; t < length; t++) {
            double wild = t / 20 % 2 == 0 ? 1 : 3;
            for (int q = 0; q < quantities; q++) {
                rows[t][q] = wild * random.nextGaussian() + (q > 0 ? 0.5 * rows[t][0] : 0);
            }
        }
        return rows;
    }

    private static GaussianHmm model(Random random, int states, int quantities) {
        List<Double> initial = distribution(random, states);
        List<HmmState> all = new ArrayList<>();
        List<List<Double>> transitions = new ArrayList<>();
        for (int k = 0; k < states; k++) {
            List<Double> mean = new ArrayList<>();
            List<List<Double>> covariance = new ArrayList<>();
            for (int i = 0; i < quantities; i++) {
                mean.add(2 * random.nextGaussian());
                List<Double> row = new ArrayList<>();
                for (int j = 0; j < quantities; j++) {
                    row.add(i == j ? 1.0 + k : 0.3);
                }
                covariance.add(row);
            }
            all.add(new HmmState(initial.get(k), mean, covariance));
            transitions.add(distribution(random, states));
        }
        return new GaussianHmm(all, transitions);
    }

    private static List<Double> distribution(Random random, int size) {
        double[] weights = random.doubles(size, 0.05, 1).toArray();
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).mapToObj(weight -> weight / sum).toList();
    }

    private static List<int[]> paths(int states, int length) {
        List<int[]> paths = new ArrayList<>();
        for (int code = 0; code < Math.pow(states, length); code++) {
            int[] path = new int[length];
            for (int t = 0, rest = code; t < length; t++, rest /= states) {
                path[t] = rest % states;
            }
            paths.add(path);
        }
        return paths;
    }
}
