package io.trainyard.training.flight;

import io.trainyard.training.flight.RunFlight.Named;
import java.time.Duration;
import java.time.Instant;

/** Puts what happens at one instant into the flight recordings that run. */
public final class FlightLog {

    private FlightLog() {}

    /** A training that was due at {@code due} has its turn at {@code now}. */
    public static void due(Named run, Instant due, Instant now) {
        DueEvent event = new DueEvent();
        if (event.shouldCommit()) {
            event.strategy = run.strategy();
            event.training = run.training();
            event.run = run.run();
            event.due = due.toEpochMilli();
            event.lateness = nanos(Duration.between(due, now));
            event.commit();
        }
    }

    /** A training that was due at {@code due} does not run, or not yet. */
    public static void refused(Named run, Refusal kind, String reason, Instant due, Instant now) {
        RefusalEvent event = new RefusalEvent();
        if (event.shouldCommit()) {
            event.strategy = run.strategy();
            event.training = run.training();
            event.run = run.run();
            event.kind = kind.name();
            event.reason = reason;
            event.due = due.toEpochMilli();
            event.refusedAt = now.toEpochMilli();
            event.commit();
        }
    }

    /** A version was put in place. */
    public static void published(Named run, String key, long version, long size, Instant trainedAt, Instant now) {
        PublicationEvent event = new PublicationEvent();
        if (event.shouldCommit()) {
            event.strategy = run.strategy();
            event.training = run.training();
            event.run = run.run();
            event.key = key;
            event.version = version;
            event.size = size;
            event.trainedAt = trainedAt.toEpochMilli();
            event.publishedAt = now.toEpochMilli();
            event.commit();
        }
    }

    /** As many as a long holds, which is 292 years of them. */
    static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException e) {
            return duration.isNegative() ? Long.MIN_VALUE + 1 : Long.MAX_VALUE - 1;
        }
    }

    /** Why a training does not run. */
    public enum Refusal {
        /** Nothing pays for it. */
        REFUSED,
        /** It is not its turn. */
        SKIPPED,
        /** It waits for the budget. */
        DEFERRED
    }
}
