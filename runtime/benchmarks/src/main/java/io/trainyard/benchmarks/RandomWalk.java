package io.trainyard.benchmarks;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import java.util.List;
import java.util.Random;

/** Daily bars of a random walk with a fixed seed, one a calendar day from 1970 on. */
final class RandomWalk implements BarSource {

    private static final long DAY = 86_400_000L;

    private final BarSeries series;

    RandomWalk(int bars) {
        BarSeries.Builder builder = BarSeries.of("WALK", Resolution.DAILY);
        Random random = new Random(42);
        double open = 100;
        for (int i = 0; i < bars; i++) {
            double close = Math.max(1, open + random.nextGaussian());
            builder.add(i * DAY, (i + 1) * DAY, open, Math.max(open, close), Math.min(open, close), close, 1_000);
            open = close;
        }
        series = builder.build();
    }

    BarSeries series() {
        return series;
    }

    @Override
    public String description() {
        return "a random walk";
    }

    @Override
    public List<Subscription> available() {
        return List.of(new Subscription(series.symbol(), series.resolution()));
    }

    @Override
    public BarSeries load(Subscription subscription) {
        if (!available().contains(subscription)) {
            throw new MarketDataException("there is only " + available() + ", no " + subscription);
        }
        return series;
    }
}
