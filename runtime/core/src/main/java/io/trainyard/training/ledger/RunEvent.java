package io.trainyard.training.ledger;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the trainings of a strategy. A run is one occasion on which a training was due: it begins
 * with {@link Due} and stays open until it is {@link Refused} or {@link Skipped}, or until an attempt of it {@link Ended}
 * without a retry. Strategies are named by the full name under which a host knows them, trainings by that of their method.
 */
public sealed interface RunEvent {

    /** The name of the strategy. */
    String strategy();

    /** Something that happened to one run. */
    sealed interface OfRun extends RunEvent {
        /** The number of the run, which {@link RunLedger#claim} gave; never used twice in a ledger. */
        long run();
    }

    /**
     * A host took the strategy up, anew or again.
     *
     * @param strategy its name
     * @param fingerprint tells its code from other versions of it, in the host's words
     */
    record Deployed(String strategy, String fingerprint) implements RunEvent {}

    /**
     * A training was due. Written by {@link RunLedger#claim}, which sees to it that no occasion is handled twice.
     *
     * @param strategy its strategy
     * @param run the number of the run
     * @param training its name
     * @param due the instant at which it was due, which may be long before the market time of the entry
     */
    record Due(String strategy, long run, String training, Instant due) implements OfRun {}

    /**
     * A run will not take place, since something speaks against it: the budget, a quota, a full disk.
     *
     * @param strategy its strategy
     * @param run the number of the run
     * @param reason why, in words
     */
    record Refused(String strategy, long run, String reason) implements OfRun {}

    /**
     * A run will not take place, since nobody wants it: another one is running, or the training is paused.
     *
     * @param strategy its strategy
     * @param run the number of the run
     * @param reason why, in words
     */
    record Skipped(String strategy, long run, String reason) implements OfRun {}

    /**
     * A run waits; it stays open.
     *
     * @param strategy its strategy
     * @param run the number of the run
     * @param until market time from which on it can be tried
     * @param reason why, in words
     */
    record Deferred(String strategy, long run, Instant until, String reason) implements OfRun {}

    /**
     * An attempt of a run begins.
     *
     * @param strategy its strategy
     * @param run the number of the run
     * @param attempt counts from 1
     * @param reserved what it may take, and what it is charged if the process dies meanwhile
     * @param budget the budget with the reservation in it; null if none is kept
     */
    record Started(
            String strategy,
            long run,
            int attempt,
            Duration reserved,
            @Nullable BudgetMark budget) implements OfRun {}

    /**
     * An attempt of a run ended.
     *
     * @param strategy its strategy
     * @param run the number of the run
     * @param attempt counts from 1
     * @param end how
     * @param took machine time
     * @param reason what went wrong, in words; empty if nothing did
     * @param retryAt market time of the next attempt, the run staying open until then; null if there is none
     * @param budget the budget after the charge; null if none is kept
     */
    record Ended(
            String strategy,
            long run,
            int attempt,
            RunEnd end,
            Duration took,
            String reason,
            @Nullable Instant retryAt,
            @Nullable BudgetMark budget)
            implements OfRun {

        /** The same, with another attempt to come. */
        public Ended retriedAt(Instant at) {
            return new Ended(strategy, run, attempt, end, took, reason, at, budget);
        }
    }

    /**
     * The object store holds a version that the run made.
     *
     * @param strategy its strategy
     * @param run the number of the run
     * @param key the key in the object store
     * @param version the number of the version
     * @param candidate whether the gate of its field refused it, so that it is not to be put in place
     */
    record Committed(String strategy, long run, String key, long version, boolean candidate) implements OfRun {
        /** A version that is to be put in place. */
        public Committed(String strategy, long run, String key, long version) {
            this(strategy, run, key, version, false);
        }
    }

    /**
     * A version is put in its field: handlers that are called from now on see it.
     *
     * @param strategy its strategy
     * @param run the number of the run that made it; 0 for one that was restored from the store
     * @param key the key in the object store
     * @param version the number of the version
     * @param slices how many slices the strategy had been given since it was deployed: tells on which side of a slice with the
     *     same market time the version was put in place
     */
    record Published(String strategy, long run, String key, long version, long slices) implements OfRun {}

    /**
     * A version that was {@link Published} is in its field from here on, and not from there on: the strategy was given slices
     * while that was written down. Nobody waits for this entry; if it is missing, since the process died at that moment, the
     * place that {@link Published} names is the best that is known.
     *
     * @param strategy its strategy
     * @param run the number of the run that made it; 0 for one of another process
     * @param key the key in the object store
     * @param version the number of the version
     * @param slices as in {@link Published}
     */
    record Placed(String strategy, long run, String key, long version, long slices) implements OfRun {}

    /**
     * The level of a budget, at moments other than the starts and ends of runs.
     *
     * @param strategy the strategy that had it written
     * @param budget the level
     */
    record Budgeted(String strategy, BudgetMark budget) implements RunEvent {}

    /**
     * A training is paused until somebody resumes it.
     *
     * @param strategy its strategy
     * @param training its name
     * @param reason why, in words
     */
    record Paused(String strategy, String training, String reason) implements RunEvent {}

    /**
     * A training is no longer paused, and its failures are forgotten.
     *
     * @param strategy its strategy
     * @param training its name
     */
    record Resumed(String strategy, String training) implements RunEvent {}

    /**
     * The host let go of the strategy in good order.
     *
     * @param strategy its name
     */
    record Stopped(String strategy) implements RunEvent {}
}
