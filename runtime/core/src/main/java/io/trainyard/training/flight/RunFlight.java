package io.trainyard.training.flight;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt in a flight recording. Begun and ended by the thread that trains, committed by that of the strategy, which does not
 * wait for it.
 */
public final class RunFlight {

    private final RunEvent event = new RunEvent();
    private boolean begun;
    private boolean over;

    /** An attempt that has not begun. */
    public RunFlight() {}

    /** This thread calls the training. */
    public synchronized void begin() {
        if (!over && event.isEnabled()) {
            begun = true;
            event.trainingThread = Thread.currentThread();
            event.begin();
        }
    }

    /** It has returned, or thrown. */
    public synchronized void end() {
        if (begun && !over) {
            over = true;
            event.end();
        }
    }

    /** It has come to its end, whether or not its thread has; what is recorded of it later is dropped. */
    public synchronized void commit(
            Named named,
            int attempt,
            Instant due,
            Instant startedAt,
            Instant settledAt,
            Duration limit,
            String outcome,
            @Nullable String reason) {
        end();
        over = true;
        if (event.shouldCommit()) {
            event.strategy = named.strategy();
            event.training = named.training();
            event.run = named.run();
            event.attempt = attempt;
            event.due = due.toEpochMilli();
            event.startedAt = startedAt.toEpochMilli();
            event.settledAt = settledAt.toEpochMilli();
            event.limit = FlightLog.nanos(limit);
            event.outcome = outcome;
            event.reason = reason;
            event.commit();
        }
    }

    /**
     * Whose run it is.
     *
     * @param strategy the name of the strategy
     * @param training the name of the method, null where there is none
     * @param run what the ledger calls the run, null where there is none
     */
    public record Named(
            String strategy,
            @Nullable String training,
            @Nullable String run) {}
}
