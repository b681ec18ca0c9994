package io.trainyard.training;

import io.trainyard.time.Stopwatch;
import io.trainyard.training.flight.RunFlight;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ObjDoubleConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at a training. Result, exception, limit and cancellation race for {@link #settle}: the first wins, and whatever
 * comes later is dropped.
 */
final class Run implements Training {

    private final Occasion occasion;
    private final RunPolicy policy;
    private final Duration limit;
    private final boolean watched;
    private final Stopwatch stopwatch;
    private final Supplier<Duration> budget;
    private final ObjDoubleConsumer<String> listener;
    private final RunReport report = new RunReport();
    private final RunFlight flight = new RunFlight();
    private final AtomicReference<@Nullable Settlement> settlement = new AtomicReference<>();

    private volatile Instant startedAt;
    private volatile @Nullable Duration began;
    private volatile Progress progress = Progress.NONE;
    private volatile boolean ended;

    /** Who runs it just now; guarded by this run, so that an interruption never hits what its thread does next. */
    private @Nullable Thread thread;

    /** For the strategy's thread alone: whether what it came to is written down. */
    private boolean concluded;

    Run(
            Occasion occasion,
            Duration limit,
            boolean watched,
            Instant startedAt,
            Stopwatch stopwatch,
            Supplier<Duration> budget,
            ObjDoubleConsumer<String> listener) {
        this.occasion = occasion;
        this.policy = occasion.policy().within(limit);
        this.limit = limit;
        this.watched = watched;
        this.startedAt = startedAt;
        this.stopwatch = stopwatch;
        this.budget = budget;
        this.listener = listener;
    }

    Occasion occasion() {
        return occasion;
    }

    TrainingJob job() {
        return occasion.job();
    }

    /** How it looks in a flight recording. */
    RunFlight flight() {
        return flight;
    }

    /** The rules, with the limit that holds for this run. */
    RunPolicy policy() {
        return policy;
    }

    Duration limit() {
        return limit;
    }

    /** The calling thread takes it up, and sees the market as at {@code marketTime}; false if it is not wanted any more. */
    synchronized boolean begin(Instant marketTime) {
        if (settlement.get() != null) {
            return false;
        }
        startedAt = marketTime;
        began = stopwatch.elapsed();
        thread = Thread.currentThread();
        flight.begin();
        return true;
    }

    /** The calling thread lays it down, and is not interrupted for it any more. */
    synchronized void end() {
        flight.end();
        thread = null;
        ended = true;
        Thread.interrupted();
    }

    /** Whether a thread ever took it up. */
    boolean hasBegun() {
        return began != null;
    }

    /** Whether it was taken up and not laid down yet, although it may be settled. */
    boolean isAtWork() {
        return began != null && !ended;
    }

    /** Whether no thread runs it, nor ever will; for any thread. */
    synchronized boolean isOffThread() {
        return ended || (began == null && settlement.get() != null);
    }

    synchronized void interrupt() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Machine time since it was taken up; zero before. */
    Duration took() {
        Duration start = began;
        return start == null ? Duration.ZERO : stopwatch.elapsed().minus(start);
    }

    /** Settles it, if nothing has done so before. */
    boolean settle(Settlement how) {
        return settlement.compareAndSet(null, how);
    }

    /** Replaces its result by what became of it when it was committed; for the thread that settled it. */
    void replace(Settlement how) {
        settlement.set(how);
    }

    @Nullable
    Settlement settlement() {
        return settlement.get();
    }

    boolean isConcluded() {
        return concluded;
    }

    void conclude() {
        concluded = true;
    }

    boolean isOver() {
        return settlement.get() != null || (watched && took().compareTo(limit) > 0);
    }

    @Override
    public boolean isCancelled() {
        return isOver();
    }

    @Override
    public void checkpoint() {
        if (isOver()) {
            settle(new Settlement.OverLimit(took()));
            throw new TrainingCancelledException(occasion + " is not to go on: "
                    + (settlement.get() instanceof Settlement.Cancelled cancelled
                            ? cancelled.reason()
                            : "it is over its limit of " + Durations.words(limit)));
        }
    }

    @Override
    public void progress(double fraction, String text) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("a training is done to a fraction from 0 to 1, not " + fraction);
        }
        checkpoint();
        progress = new Progress(fraction, text);
        listener.accept(text, fraction);
    }

    @Override
    public void parameter(String name, String value) {
        report.parameter(name, value);
    }

    @Override
    public void metric(String name, double value) {
        report.metric(name, value);
    }

    RunReport report() {
        return report;
    }

    @Override
    public Duration remainingTime() {
        Duration left = limit.minus(took());
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public Duration remainingBudget() {
        return budget.get();
    }

    @Override
    public Instant startedAt() {
        return startedAt;
    }

    @Override
    public int attempt() {
        return occasion.attempt();
    }

    /** How it stands; for any thread. */
    RunningTraining running() {
        Progress latest = progress;
        Duration took = took();
        Duration left = limit.minus(took);
        return new RunningTraining(
                started(),
                began != null && !ended,
                latest.fraction,
                latest.text,
                took,
                left.isNegative() ? Duration.ZERO : left);
    }

    private record Progress(
            @Nullable Double fraction, @Nullable String text) {
        static final Progress NONE = new Progress(null, null);
    }

    StartedRun started() {
        return new StartedRun(
                occasion.number(), occasion.training(), occasion.due(), occasion.attempt(), startedAt, limit);
    }
}
