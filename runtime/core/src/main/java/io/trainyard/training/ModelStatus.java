package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a strategy can ask about one of its stored models. Safe to ask from any thread. */
public interface ModelStatus {

    /** The key in the object store. */
    String key();

    /** The state of the model. */
    ModelState state();

    /** Whether the model is in place and can be used: {@link ModelState#isUsable}. */
    boolean isReady();

    /** Which version is in place; empty while there is none, and for a field that a training writes itself. */
    Optional<ModelVersion> version();

    /** How old the version in place is at {@code now} on the market clock, counted from when its training was complete. */
    default Optional<Duration> age(Instant now) {
        return version().map(version -> Duration.between(version.savedAt(), now));
    }
}
