package io.trainyard.benchmarks;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The JDK's own: one pool, at a fixed rate, with a thread for the handler and one for each training. */
final class ExecutorCaller implements LateCaller {

    private final ScheduledThreadPoolExecutor pool = new ScheduledThreadPoolExecutor(1);
    private @Nullable ScheduledFuture<?> calls;

    @Override
    public void start(LatenessProbe probe, Duration interval, BusyTraining load, int trainings) {
        pool.setCorePoolSize(1 + trainings);
        for (int i = 0; i < trainings; i++) {
            long seed = i;
            pool.execute(() -> load.train(seed));
        }
        long delay = TimeUnit.SECONDS.toNanos(1);
        long[] planned = {System.nanoTime() + delay};
        calls = pool.scheduleAtFixedRate(
                () -> {
                    probe.called(planned[0]);
                    planned[0] += interval.toNanos();
                },
                delay,
                interval.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void stop() throws InterruptedException {
        if (calls != null) {
            calls.cancel(false);
        }
        pool.shutdownNow();
        pool.awaitTermination(10, TimeUnit.SECONDS);
    }
}
