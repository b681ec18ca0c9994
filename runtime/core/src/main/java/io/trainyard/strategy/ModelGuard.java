package io.trainyard.strategy;

import io.trainyard.training.ModelStatus;
import java.util.List;

/** Tells whether the models of a strategy are ready. Generated for each strategy; safe to ask from any thread. */
public interface ModelGuard {

    /** Whether every stored model of the strategy is ready; true if it has none. Costs a volatile read a model. */
    boolean isModelReady();

    /** The stored models of the strategy, in the order of its fields. */
    List<ModelStatus> models();
}
