package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Where a trainer writes down what it is about to do. The answers are done when that is as durable as the journal is; what was
 * written down has no effect before, and none at all if they fail. Called by the strategy's thread, {@link #committed} by those
 * of a lane, too.
 */
interface RunJournal {

    /**
     * The number of the run of an occasion; empty if that was taken before, and must not run again. If it could not be written
     * down, what is written for the run fails.
     */
    OptionalLong claim(Instant now, String training, Instant due);

    /** The run will not take place. */
    CompletableFuture<Void> refused(Instant now, long run, String reason);

    /** The run will not take place, since it is not its turn. */
    CompletableFuture<Void> skipped(Instant now, long run, String reason);

    /** The run waits. */
    CompletableFuture<Void> deferred(Instant now, long run, Instant until, String reason);

    /** An attempt begins; the budget has the reservation in it. */
    CompletableFuture<Void> started(Instant now, long run, int attempt, Duration reserved);

    /**
     * An attempt ended; the budget has the charge in it. All of it is written or nothing.
     *
     * @param retryAt when it is tried again, null if it is not
     * @param published versions that are about to be put in their fields
     */
    CompletableFuture<Void> ended(
            Instant now,
            long run,
            int attempt,
            Outcome outcome,
            @Nullable Instant retryAt,
            List<ModelVersion> published);

    /** The store holds a version that the run made. Waits until that is durable. */
    void committed(Instant now, long run, ModelVersion version);

    /** A version of another process is about to be put in its field. */
    CompletableFuture<Void> refreshed(Instant now, ModelVersion version);

    /** The place in the stream of slices at which something is written down now. */
    long place();

    /**
     * A version is put in its field just now, at another place than that at which it was written that it is about to be.
     *
     * @param run that made it, 0 for another process
     */
    void placed(Instant now, long run, ModelVersion version);

    /** A training is paused. */
    CompletableFuture<Void> paused(Instant now, String training, String reason);

    /** A training is not paused any more. */
    CompletableFuture<Void> resumed(Instant now, String training);
}
