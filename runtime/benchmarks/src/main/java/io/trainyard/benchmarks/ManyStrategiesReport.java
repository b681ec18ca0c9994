package io.trainyard.benchmarks;

import io.trainyard.Plan;
import io.trainyard.host.LiveRun;
import io.trainyard.host.LiveThreads;
import io.trainyard.host.Trainyard;
import io.trainyard.market.Bar;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Many live strategies in one process, each with a model, a weekly training and a feed of its own: how many threads there are
 * while they train and while they idle, how much heap one keeps, what a slice costs, and what it costs to wait for whatever
 * is due next. Run with {@code -XX:+UseSerialGC}. Arguments: strategies (1000), slices for each (200), seconds of idleness (20).
 */
public final class ManyStrategiesReport {

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private ManyStrategiesReport() {}

    /** Measures and prints. */
    public static void main(String... arguments) throws InterruptedException {
        int count = number(arguments, 0, 1_000);
        int slices = number(arguments, 1, 200);
        int idleSeconds = number(arguments, 2, 20);
        List<LiveRun> runs = new ArrayList<>();
        List<Pushed> feeds = new ArrayList<>();
        // loads the classes, and is not counted
        try (LiveThreads threads = LiveThreads.of(1, 1)) {
            deploy(50, threads, runs, feeds);
            push(runs, feeds, 50);
            close(runs, feeds);
        }
        int threadsBefore = threads();
        long heapBefore = used();
        try (LiveThreads threads = LiveThreads.ofThisMachine()) {
            long start = System.nanoTime();
            long cpu = cpuNanos();
            deploy(count, threads, runs, feeds);
            print(
                    "deployed and trained",
                    "%,d strategies in %,.0f ms, %,.0f us of processor time each",
                    count,
                    (System.nanoTime() - start) / 1e6,
                    (cpuNanos() - cpu) / 1e3 / count);
            print(
                    "threads while they work",
                    "%d of Trainyard, %d more in the process than before",
                    threads.count(),
                    threads() - threadsBefore);
            print(
                    "heap",
                    "%,.0f bytes a strategy, its store and feed included",
                    (double) (used() - heapBefore) / count);
            cpu = cpuNanos();
            long nanos = push(runs, feeds, slices);
            print(
                    "slices",
                    "%,d in %,.0f ms, %,.0f ns of processor time each, from feed to handler and order",
                    (long) count * slices,
                    nanos / 1e6,
                    (double) (cpuNanos() - cpu) / count / slices);
            TimeUnit.SECONDS.sleep(15);
            cpu = cpuNanos();
            TimeUnit.SECONDS.sleep(idleSeconds);
            print(
                    "idle",
                    "%d threads of Trainyard, %,.0f us of processor time a second for all due checks, %,.1f ns a strategy",
                    threads.count(),
                    (cpuNanos() - cpu) / 1e3 / idleSeconds,
                    (double) (cpuNanos() - cpu) / idleSeconds / count);
            close(runs, feeds);
        }
    }

    private static void deploy(int count, LiveThreads threads, List<LiveRun> runs, List<Pushed> feeds)
            throws InterruptedException {
        for (int i = 0; i < count; i++) {
            Pushed feed = new Pushed();
            feeds.add(feed);
            runs.add(Trainyard.live(Trained.class)
                    .feed(feed)
                    .store(new MemoryStore(Quota.of(Plan.FREE)))
                    .threads(threads)
                    .start());
        }
        for (LiveRun run : runs) {
            if (!run.awaitReady(LONGEST)) {
                throw new IllegalStateException("not ready: " + run.status());
            }
        }
    }

    /** Pushes so many slices to each, round after round, and waits until all are handled; how long that took. */
    private static long push(List<LiveRun> runs, List<Pushed> feeds, int slices) {
        long start = System.nanoTime();
        long first = Instant.now().toEpochMilli();
        for (int i = 0; i < slices; i++) {
            for (Pushed feed : feeds) {
                feed.push(first + i, 100 + i % 7);
            }
        }
        for (LiveRun run : runs) {
            while (run.status().slices() < slices) {
                if (System.nanoTime() - start > LONGEST.toNanos()) {
                    throw new IllegalStateException(run.status().slices() + " of " + slices + " slices are handled");
                }
                LockSupport.parkNanos(1_000_000);
            }
        }
        return System.nanoTime() - start;
    }

    private static void close(List<LiveRun> runs, List<Pushed> feeds) {
        runs.forEach(LiveRun::close);
        runs.clear();
        feeds.clear();
    }

    private static void print(String what, String figures, Object... values) {
        System.out.printf(Locale.ROOT, "%-24s %s%n", what, String.format(Locale.ROOT, figures, values));
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }

    /** A feed without a thread. */
    private static final class Pushed implements LiveFeed {

        private @Nullable Sink sink;

        void push(long endMillis, double price) {
            Objects.requireNonNull(sink)
                    .slice(Slice.of(new Bar("WALK", endMillis - 1, endMillis, price, price, price, price, 1)));
        }

        @Override
        public void start(Sink to) {
            sink = to;
        }

        @Override
        public void close() {
            // nothing to end
        }
    }
}
