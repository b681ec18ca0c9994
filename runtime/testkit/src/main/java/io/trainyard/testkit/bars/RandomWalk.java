package io.trainyard.testkit.bars;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import java.util.List;

/**
 * Bars that nobody can foresee, and that are the same on every JVM: sums and products alone, no logarithm or cosine whose last
 * digit might differ, and a generator that is written down here rather than the platform's.
 *
 * <p>Uniform numbers come from SplitMix64 (Steele, Lea and Flood: Fast Splittable Pseudorandom Number Generators, 2014), begun
 * at the seed. A step is the sum of twelve of them minus six: mean 0, variance 1, never beyond 6. Bar by bar,
 *
 * <pre>
 * open   = close before * (1 + spread / 4 * step)      the first one: the start
 * close  = open * (1 + spread * step)
 * high   = the higher of both * (1 + spread / 4 * |step|)
 * low    = the lower of both  * (1 - spread / 4 * |step|)
 * volume = 1,000,000 * (0.5 + uniform), whole
 * </pre>
 *
 * in this order, prices rounded to cents and at least one cent.
 */
final class RandomWalk {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final double start;
    private final double spread;
    private long state;

    RandomWalk(long seed, double start, double spread) {
        if (!(start > 0 && Double.isFinite(start)) || !(spread >= 0 && spread <= 0.1)) {
            throw new IllegalArgumentException("a random walk that opens at " + start + " and moves by " + spread
                    + ": open above 0, and move by 0 to 0.1 of the price");
        }
        this.state = seed;
        this.start = start;
        this.spread = spread;
    }

    static double standardSpread(Resolution resolution) {
        return switch (resolution) {
            case DAILY -> 0.01;
            case HOUR -> 0.004;
            case MINUTE -> 0.0005;
        };
    }

    BarSeries series(Subscription subscription, List<Sessions.Stretch> stretches) {
        BarSeries.Builder series = BarSeries.of(subscription.symbol(), subscription.resolution());
        double before = 0;
        for (Sessions.Stretch stretch : stretches) {
            double open = before == 0 ? cents(start) : cents(before * (1 + spread / 4 * step()));
            double close = cents(open * (1 + spread * step()));
            double high = cents(Math.max(open, close) * (1 + spread / 4 * Math.abs(step())));
            double low = cents(Math.min(open, close) * (1 - spread / 4 * Math.abs(step())));
            double volume = Math.rint(BarsBuilder.STANDARD_VOLUME * (0.5 + uniform()));
            series.add(stretch.start(), stretch.end(), open, high, low, close, volume);
            before = close;
        }
        return series.build();
    }

    private static double cents(double price) {
        return Math.max(1, Math.rint(price * 100)) / 100;
    }

    private double step() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += uniform();
        }
        return sum;
    }

    private double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    private long next() {
        state += GOLDEN_GAMMA;
        long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
