package io.trainyard.training;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hands each question on to the run of the thread that asks. For hosts: a strategy takes a {@link Training}. */
public enum TrainingOfThread implements Training {
    /** The only one. */
    INSTANCE;

    private static final ThreadLocal<@Nullable Run> RUN = new ThreadLocal<>();

    /** Binds a run to this thread; null to end that. */
    static void become(@Nullable Run run) {
        if (run == null) {
            RUN.remove();
        } else {
            RUN.set(run);
        }
    }

    /** The market time that the run of this thread sees; empty if there is none. */
    static Optional<Instant> seenTime() {
        return Optional.ofNullable(RUN.get()).map(Run::startedAt);
    }

    private static Run run() {
        Run run = RUN.get();
        if (run == null) {
            throw new IllegalStateException("no training runs on thread "
                    + Thread.currentThread().getName()
                    + ": a Training tells of the run of its own thread; ask it in the @Train method itself");
        }
        return run;
    }

    @Override
    public void checkpoint() {
        run().checkpoint();
    }

    @Override
    public boolean isCancelled() {
        return run().isOver();
    }

    @Override
    public void progress(double fraction, String text) {
        run().progress(fraction, text);
    }

    @Override
    public void parameter(String name, String value) {
        run().parameter(name, value);
    }

    @Override
    public void metric(String name, double value) {
        run().metric(name, value);
    }

    @Override
    public Duration remainingTime() {
        return run().remainingTime();
    }

    @Override
    public Duration remainingBudget() {
        return run().remainingBudget();
    }

    @Override
    public Instant startedAt() {
        return run().startedAt();
    }

    @Override
    public int attempt() {
        return run().attempt();
    }
}
