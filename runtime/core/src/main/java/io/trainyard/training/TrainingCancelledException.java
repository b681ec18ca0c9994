package io.trainyard.training;

/** Ends a training that is not to go on: it is over its limit, or was cancelled. Its method need not catch it. */
public final class TrainingCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TrainingCancelledException(String message) {
        super(message);
    }
}
