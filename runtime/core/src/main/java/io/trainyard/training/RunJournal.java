package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a trainer writes down what it is about to do: what returns from here is as durable as the journal is, and has no
 * effect before. Called by the strategy's thread, {@link #committed} also by those of a lane.
 */
interface RunJournal {

    /** The number of the run of an occasion; empty if that was taken before, and must not run again. */
    OptionalLong claim(Instant now, String training, Instant due);

    /** The run will not take place. */
    void refused(Instant now, long run, String reason);

    /** The run will not take place, since it is not its turn. */
    void skipped(Instant now, long run, String reason);

    /** The run waits. */
    void deferred(Instant now, long run, Instant until, String reason);

    /** An attempt begins; the budget has the reservation in it. */
    void started(Instant now, long run, int attempt, Duration reserved);

    /**
     * An attempt ended; the budget has the charge in it.
     *
     * @param retryAt when it is tried again, null if it is not
     */
    void ended(Instant now, long run, int attempt, Outcome outcome, @Nullable Instant retryAt);

    /** The store holds a version that the run made. */
    void committed(Instant now, long run, ModelVersion version);

    /** A version is about to be put in its field. */
    void published(Instant now, long run, ModelVersion version);

    /** A training is paused. */
    void paused(Instant now, String training, String reason);

    /** A training is not paused any more. */
    void resumed(Instant now, String training);
}
