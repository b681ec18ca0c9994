package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.util.List;

/** What became of a training that was due. */
public sealed interface Outcome {

    /**
     * It ran, and its result is stored and in place.
     *
     * @param took machine time
     * @param versions what was stored, one for each field
     */
    record Succeeded(Duration took, List<ModelVersion> versions) implements Outcome {
        /** Copies the list. */
        public Succeeded {
            versions = List.copyOf(versions);
        }
    }

    /**
     * It ran, and its method failed or its result could not be kept; the model that was in place stays there.
     *
     * @param took machine time
     * @param cause what went wrong
     */
    record Failed(Duration took, Exception cause) implements Outcome {

        /** What went wrong, in words. */
        public String reason() {
            String message = cause.getMessage();
            return message == null ? cause.getClass().getSimpleName() : message;
        }
    }

    /**
     * It did not run, because the budget does not afford it; the model that is in place stays there.
     *
     * @param reason why, in words
     */
    record Refused(String reason) implements Outcome {}
}
