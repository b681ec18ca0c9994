package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.util.Optional;

/** What a strategy can ask about one of its stored models. Safe to ask from any thread. */
public interface ModelStatus {

    /** The key in the object store. */
    String key();

    /** The state of the model. */
    ModelState state();

    /** Whether the model is in place and can be used: whether its state is {@link ModelState#READY}. */
    boolean isReady();

    /** Which version is in place; empty while there is none, and for a field that a training writes itself. */
    Optional<ModelVersion> version();
}
