package io.trainyard.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The run of a training that made a version. What nobody knows is null.
 *
 * @param training the name of the training
 * @param run the strategy and the number of its run in the ledger, such as {@code sunday-trend#12}, from the second attempt on
 *     with the attempt, {@code sunday-trend#12.2}
 * @param start market time at which the run began
 * @param end market time at which its result was complete; where the market waits for trainings, as in a backtest, that of
 *     its start plus the duration that is modelled
 * @param took machine time that the run took
 * @param code fingerprint of the code that trained
 */
public record TrainedBy(
        String training,
        @Nullable String run,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Duration took,
        @Nullable String code) {}
