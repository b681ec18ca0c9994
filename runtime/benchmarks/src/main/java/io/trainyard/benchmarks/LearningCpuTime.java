package io.trainyard.benchmarks;

import io.trainyard.learning.features.FeatureExtractor;
import io.trainyard.learning.features.FeatureSet;
import io.trainyard.learning.hmm.GaussianHmm;
import io.trainyard.learning.hmm.HmmFilter;
import io.trainyard.learning.hmm.HmmFit;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/** Microseconds of processor time for a regime model of 10,000 returns, for a bar through its filter, and for features. */
public final class LearningCpuTime {

    private static final int RETURNS = 10_000;
    private static final int WINDOW = 250;
    private static final long ROUND_NANOS = 500_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What keeps the results alive. */
    static volatile double sink;

    private LearningCpuTime() {}

    /** Measures {@code rounds} rounds (default 5) of each case, after two that warm up. */
    public static void main(String... arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        double[] returns = returns();
        double[] window = Arrays.copyOf(returns, WINDOW);
        HmmFilter filter = fit(returns).model().filter();
        FeatureExtractor minimal = FeatureSet.minimal().extractor();
        FeatureExtractor efficient = FeatureSet.efficient().extractor();
        measure("10 iterations, 10,000 returns", rounds, any -> fit(returns).logLikelihood());
        measure("one return through the filter", rounds, i -> filter.update(returns[i % RETURNS])[0]);
        measure("10 features of 250 values", rounds, any -> minimal.of(window)[0]);
        measure("709 features of 250 values", rounds, any -> efficient.of(window)[0]);
    }

    /** Two regimes that take turns, 200 returns each. */
    private static double[] returns() {
        Random random = new Random(7);
        double[] returns = new double[RETURNS];
        Arrays.setAll(returns, i -> (i / 200 % 2 == 0 ? 0.6 : 1.8) * random.nextGaussian());
        return returns;
    }

    /** From one start; it takes more iterations than these to converge. */
    private static HmmFit fit(double[] returns) {
        return GaussianHmm.trainer(2).starts(1).tolerance(0).maxIterations(10).fit(returns);
    }

    private static void measure(String name, int rounds, ToDoubleFunction<Integer> operation) {
        double[] micros = new double[rounds];
        for (int round = -2; round < rounds; round++) {
            double value = micros(operation);
            if (round >= 0) {
                micros[round] = value;
            }
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%-30s %,12.2f (%,.2f to %,.2f) us%n",
                name,
                micros[rounds / 2],
                micros[0],
                micros[rounds - 1]);
    }

    private static double micros(ToDoubleFunction<Integer> operation) {
        double sum = 0;
        int count = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        long used;
        do {
            sum += operation.applyAsDouble(count++);
            used = THREADS.getCurrentThreadCpuTime() - start;
        } while (used < ROUND_NANOS);
        sink = sum;
        return used / 1e3 / count;
    }
}
