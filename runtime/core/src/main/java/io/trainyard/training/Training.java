package io.trainyard.training;

import java.time.Duration;
import java.time.Instant;

/**
 * The run of a training, as its method sees it: whether it should go on, and what time is left. One object does for every run:
 * it asks for the run of the calling thread. On threads that a training starts by itself there is none; call it on the
 * training's own.
 *
 * <p>All methods throw {@link IllegalStateException} where no training runs.
 */
public interface Training {

    /**
     * Ends the training if it is not to go on. Call it where it can end, for instance after each epoch.
     *
     * @throws TrainingCancelledException if the run is over its limit or was cancelled
     */
    void checkpoint();

    /** Whether {@link #checkpoint} would end the training. */
    boolean isCancelled();

    /**
     * Tells listeners how far the training is; also a {@link #checkpoint}.
     *
     * @param fraction from 0 to 1
     * @param text what is done right now
     * @throws TrainingCancelledException if the run is over its limit or was cancelled
     * @throws IllegalArgumentException if the fraction is none
     */
    void progress(double fraction, String text);

    /** Machine time until the limit; zero once it is over. */
    Duration remainingTime();

    /** What the budget holds beyond what this run has reserved. */
    Duration remainingBudget();

    /** The market time that the run sees, from its start to its end. */
    Instant startedAt();

    /** Counts the attempts at this occasion, from 1. */
    int attempt();

    /**
     * Says with what the model was trained; kept with each version that the run makes.
     *
     * @param name such as {@code window}; what was said under it before is replaced
     * @throws IllegalArgumentException if the name is blank
     */
    void parameter(String name, String value);

    /**
     * Says how good the model is; kept with each version that the run makes.
     *
     * @param name such as {@code rmse}; what was said under it before is replaced
     * @throws IllegalArgumentException if the name is blank or the value not finite
     */
    void metric(String name, double value);
}
