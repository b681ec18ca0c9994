package io.trainyard.benchmarks;

import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.host.LiveRun;
import io.trainyard.host.LiveThreads;
import io.trainyard.host.Trainyard;
import io.trainyard.market.BarSeries;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.ReplaySpeed;
import io.trainyard.market.Tape;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.time.Waiter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A live strategy whose bars are replayed in real time, and whose trainings run on lanes of their own. */
final class TrainyardCaller implements LateCaller {

    private static final int BARS = 100_000;

    private @Nullable LiveThreads threads;
    private @Nullable LiveRun run;

    @Override
    public void start(LatenessProbe probe, Duration interval, BusyTraining load, int trainings) {
        if (trainings > BusyStrategy.TRAININGS) {
            throw new IllegalArgumentException("the strategy has " + BusyStrategy.TRAININGS + " trainings");
        }
        long step = interval.toMillis();
        long begin = Instant.now().toEpochMilli() + 1_000;
        BarSeries.Builder bars = BarSeries.of("TICK", Resolution.MINUTE);
        for (int i = 1; i <= BARS; i++) {
            bars.add(begin + (i - 1) * step, begin + i * step, 1, 1, 1, 1, 1);
        }
        Due due = new Due(Waiter.system());
        BusyStrategy.NEXT.set(new BusyStrategy.Task(load, trainings, new PlannedCalls(probe, due, interval)));
        int lanes = Math.max(1, trainings);
        LiveThreads shared = LiveThreads.of(1, lanes);
        threads = shared;
        run = Trainyard.live(BusyStrategy.class)
                .feed(ReplayFeed.of(Tape.of(List.of(bars.build())))
                        .from(Instant.ofEpochMilli(begin))
                        .speed(ReplaySpeed.REAL_TIME)
                        .waiter(due))
                .store(new MemoryStore(Quota.of(Plan.FREE)))
                .threads(shared)
                .trainingThreads(lanes)
                .start();
    }

    @Override
    public void stop() {
        if (run != null) {
            run.close();
        }
        if (threads != null) {
            threads.close();
        }
    }

    /** Calls are planned where the replay's line of time has their bars; its first wait tells where that line begins. */
    private static final class PlannedCalls implements Runnable {

        private final LatenessProbe probe;
        private final Due due;
        private final long interval;
        private long calls;

        PlannedCalls(LatenessProbe probe, Due due, Duration interval) {
            this.probe = probe;
            this.due = due;
            this.interval = interval.toNanos();
        }

        @Override
        public void run() {
            probe.called(due.first() + calls++ * interval);
        }
    }

    /** A waiter that remembers for what it waited first. */
    private static final class Due implements Waiter {

        private final Waiter waiter;
        private final AtomicReference<@Nullable Duration> first = new AtomicReference<>();

        Due(Waiter waiter) {
            this.waiter = waiter;
        }

        long first() {
            Duration found = first.get();
            if (found == null) {
                throw new IllegalStateException("a bar came without a wait for it");
            }
            return found.toNanos();
        }

        @Override
        public Duration elapsed() {
            return waiter.elapsed();
        }

        @Override
        public void awaitUntil(Duration until) throws InterruptedException {
            first.compareAndSet(null, until);
            waiter.awaitUntil(until);
        }

        @Override
        public void wake() {
            waiter.wake();
        }
    }
}
