package io.trainyard.testkit.laws.good;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Starts threads for its training, by an executor and by hand, and waits for them. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class FitsInParallel {

    @Stored("fits-in-parallel/means")
    @Nullable
    Means means;

    @Train
    @Train(day = DayOfWeek.SUNDAY, at = "08:00")
    Means fit(History history) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(2);
        double[] third = new double[1];
        double[] closes = history.closes(40);
        try {
            Future<Double> first =
                    pool.submit(() -> Arrays.stream(closes).limit(20).average().orElse(0));
            Future<Double> second =
                    pool.submit(() -> Arrays.stream(closes).skip(20).average().orElse(0));
            Thread other = new Thread(
                    () -> third[0] = Arrays.stream(closes).parallel().max().orElse(0));
            other.start();
            other.join();
            return new Means(first.get(), second.get(), third[0]);
        } finally {
            pool.shutdown();
        }
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        Means now = Objects.requireNonNull(means);
        portfolio.setHoldings("SPY", now.late() > now.early() && slice.bar(0).close() < now.high() ? 0.9 : 0.2);
    }

    record Means(double early, double late, double high) {}
}
