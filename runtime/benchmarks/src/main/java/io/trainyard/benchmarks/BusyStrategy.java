package io.trainyard.benchmarks;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Tier;
import io.trainyard.Train;
import io.trainyard.market.Slice;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Handles bars while up to four models train. */
@Strategy(zone = "UTC", tier = Tier.MB_2048)
@Subscribe(symbol = "TICK", resolution = Resolution.MINUTE)
final class BusyStrategy {

    static final int TRAININGS = 4;

    /** What the strategy that is made next has to do. */
    static final AtomicReference<@Nullable Task> NEXT = new AtomicReference<>();

    private final Task task = Objects.requireNonNull(NEXT.get());

    @Stored("busy/first")
    double @Nullable [] first;

    @Stored("busy/second")
    double @Nullable [] second;

    @Stored("busy/third")
    double @Nullable [] third;

    @Stored("busy/fourth")
    double @Nullable [] fourth;

    @Train(limit = "PT20M", stores = "busy/first")
    double[] fitFirst() {
        return task.train(1);
    }

    @Train(limit = "PT20M", stores = "busy/second")
    double[] fitSecond() {
        return task.train(2);
    }

    @Train(limit = "PT20M", stores = "busy/third")
    double[] fitThird() {
        return task.train(3);
    }

    @Train(limit = "PT20M", stores = "busy/fourth")
    double[] fitFourth() {
        return task.train(4);
    }

    @OnData(always = true)
    void tick(Slice slice) {
        task.handler.run();
    }

    /** The load, how many trainings belong to it, and what the handler does. */
    record Task(BusyTraining load, int trainings, Runnable handler) {
        double[] train(int number) {
            return number <= trainings ? load.train(number) : new double[1];
        }
    }
}
