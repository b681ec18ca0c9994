package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Instant;

/**
 * Told of what becomes of trainings, on the strategy's thread except where said. What a listener throws is logged and changes
 * nothing.
 */
public interface TrainingListener {

    /** An attempt begins. */
    default void started(StartedRun run) {}

    /** A training says how far it is; on the training's thread. */
    default void progressed(StartedRun run, double fraction, String text) {}

    /** A training that was due waits for its budget until a market time. */
    default void waits(int run, String training, Instant until, String reason) {}

    /** A model that a training made is in place. */
    default void published(String training, ModelVersion version) {}

    /** A training was due, or tried again, and is settled; its model, if it made one, is in place. */
    default void trained(TrainingRun run) {}

    /** A training is paused after failures in a row. */
    default void paused(String training, int failures) {}

    /** A model has become stale, or expired, at a market time. */
    default void aged(ModelStatus model, Instant at) {}
}
