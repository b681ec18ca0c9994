package io.trainyard.processor.model;

import java.time.Duration;
import java.util.Optional;

/**
 * How old a model may become.
 *
 * @param stale the age from which it is stale; empty for never
 * @param expired the age from which it is not used, at least the other; empty for never
 */
public record AgeModel(Optional<Duration> stale, Optional<Duration> expired) {

    /** A model of any age. */
    public static AgeModel unlimited() {
        return new AgeModel(Optional.empty(), Optional.empty());
    }
}
