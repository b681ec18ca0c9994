package io.trainyard.training;

import io.trainyard.Better;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a model that a training has made, the candidate, may take the place of the version that is current when it is
 * saved, the champion. Judged by the metrics that trainings {@linkplain Training#metric report}; the two may have been
 * measured on different data, which is for the training to see to. A candidate that may not is kept as a
 * {@linkplain io.trainyard.store.ModelVersion#candidate candidate version}, and its run is {@link Outcome.NotPromoted}.
 */
public sealed interface PromotionGate {

    /**
     * Why the candidate may not take the champion's place, in words; empty if it may.
     *
     * @param candidate the metrics of the candidate
     * @param champion those of the champion; null if there is none
     * @throws RuntimeException if a rule of the user throws, which fails the run
     */
    Optional<String> refusal(Map<String, Double> candidate, @Nullable Map<String, Double> champion);

    /** One through which every model goes. */
    static PromotionGate open() {
        return new Open();
    }

    /** For models whose metric is no worse than the champion's; see {@link OnMetric} for stricter ones. */
    static OnMetric on(String metric, Better better) {
        return new OnMetric(metric, better, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /**
     * A rule of the user's.
     *
     * @param name what refusals call it, such as the name of its method
     * @param rule whether a candidate with the first metrics may replace a champion with the second ones, which are empty if
     *     there is no champion; called once more where another save came in between
     */
    static PromotionGate judging(String name, BiPredicate<Map<String, Double>, Map<String, Double>> rule) {
        return new Judging(name, rule);
    }

    /** Every model goes through. */
    record Open() implements PromotionGate {
        @Override
        public Optional<String> refusal(Map<String, Double> candidate, @Nullable Map<String, Double> champion) {
            return Optional.empty();
        }
    }

    /**
     * One metric decides. A candidate that does not report it is refused. Where there is no champion, or one that does not
     * report it, only {@code min} and {@code max} count.
     *
     * @param metric its name
     * @param better which value is the better one
     * @param by how much better than the champion's it has to be at least; 0 for no worse
     * @param min what it has to be at least, minus infinity for no bound
     * @param max what it may be at most, infinity for no bound
     */
    record OnMetric(String metric, Better better, double by, double min, double max) implements PromotionGate {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if {@code by} is negative or not finite, {@code min} is above {@code max}, or the
         *     name is blank
         */
        public OnMetric {
            if (metric.isBlank()) {
                throw new IllegalArgumentException("a gate on a metric without a name: say which one it looks at");
            }
            if (!(by >= 0 && Double.isFinite(by))) {
                throw new IllegalArgumentException("a gate that asks for " + metric + " to be better by " + by
                        + ": take 0 for no worse, or a positive number");
            }
            if (!(min <= max)) {
                throw new IllegalArgumentException(
                        "a gate that no " + metric + " passes: min " + min + " is above max " + max + "; swap them");
            }
        }

        /** The same, for models that are better by at least this. */
        public OnMetric by(double improvement) {
            return new OnMetric(metric, better, improvement, min, max);
        }

        /** The same, for models whose metric is at least this. */
        public OnMetric atLeast(double bound) {
            return new OnMetric(metric, better, by, bound, max);
        }

        /** The same, for models whose metric is at most this. */
        public OnMetric atMost(double bound) {
            return new OnMetric(metric, better, by, min, bound);
        }

        @Override
        public Optional<String> refusal(Map<String, Double> candidate, @Nullable Map<String, Double> champion) {
            Double own = candidate.get(metric);
            if (own == null) {
                return Optional.of("it reported no " + metric + ", on which its gate is: call training.metric(\""
                        + metric + "\", value) before it returns");
            }
            if (own < min || own > max) {
                return Optional.of("its " + metric + " of " + own + " is "
                        + (own < min ? "below the minimum of " + min : "above the maximum of " + max));
            }
            Double best = champion == null ? null : champion.get(metric);
            if (best == null) {
                return Optional.empty();
            }
            double bound = better == Better.HIGHER ? best + by : best - by;
            boolean good = better == Better.HIGHER ? own >= bound : own <= bound;
            return good
                    ? Optional.empty()
                    : Optional.of("its " + metric + " of " + own + " is not "
                            + (better == Better.HIGHER ? "at least " : "at most ") + bound + ", and the champion has "
                            + best);
        }
    }

    /** A rule of the user's decides. */
    record Judging(String name, BiPredicate<Map<String, Double>, Map<String, Double>> rule) implements PromotionGate {
        @Override
        public Optional<String> refusal(Map<String, Double> candidate, @Nullable Map<String, Double> champion) {
            return rule.test(candidate, champion == null ? Map.of() : champion)
                    ? Optional.empty()
                    : Optional.of(name + " says no to " + candidate
                            + (champion == null ? ", with no champion yet" : " against " + champion));
        }
    }
}
