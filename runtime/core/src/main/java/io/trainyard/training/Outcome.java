package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What became of a training that was due. */
public sealed interface Outcome {

    /** What it is in a word, for metrics, recordings and reports. */
    Kind kind();

    /** Machine time that it took, until it was given up if it was; empty if it did not run. */
    default Optional<Duration> machineTime() {
        return Optional.empty();
    }

    /** Why there is no new model in place, in words; empty if there is one. */
    Optional<String> problem();

    /** How runs end. */
    enum Kind {
        /** Its result is in place. */
        SUCCEEDED,
        /** The gate of its field refused its model. */
        NOT_PROMOTED,
        /** Its method failed, or its result could not be kept. */
        FAILED,
        /** The budget does not afford it. */
        REFUSED,
        /** It ran longer than it may. */
        OVER_LIMIT,
        /** Somebody cancelled it. */
        CANCELLED,
        /** It was not its turn. */
        SKIPPED
    }

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

        @Override
        public Kind kind() {
            return Kind.SUCCEEDED;
        }

        @Override
        public Optional<Duration> machineTime() {
            return Optional.of(took);
        }

        @Override
        public Optional<String> problem() {
            return Optional.empty();
        }
    }

    /**
     * It ran, and the gate of its field refused its model, which is stored as a candidate; the model that was in place stays
     * there.
     *
     * @param took machine time
     * @param candidate what was stored
     * @param champion what it was compared with, null if there was nothing
     * @param reason why it was refused, in words
     */
    record NotPromoted(
            Duration took, ModelVersion candidate, @Nullable ModelVersion champion, String reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.NOT_PROMOTED;
        }

        @Override
        public Optional<Duration> machineTime() {
            return Optional.of(took);
        }

        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
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

        @Override
        public Kind kind() {
            return Kind.FAILED;
        }

        @Override
        public Optional<Duration> machineTime() {
            return Optional.of(took);
        }

        @Override
        public Optional<String> problem() {
            return Optional.of(reason());
        }
    }

    /**
     * It did not run, because the budget does not afford it; the model that is in place stays there.
     *
     * @param reason why, in words
     */
    record Refused(String reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.REFUSED;
        }

        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
        }
    }

    /**
     * It ran longer than it may; its result, should it come, is refused, and the model that was in place stays there.
     *
     * @param took machine time until then
     * @param limit how long it might have taken
     */
    record OverLimit(Duration took, Duration limit) implements Outcome {

        /** What went wrong, in words. */
        public String reason() {
            return "it ran longer than its limit of " + Durations.words(limit)
                    + ": the model in place stays; raise the limit, or call Training.checkpoint() where it may end early";
        }

        @Override
        public Kind kind() {
            return Kind.OVER_LIMIT;
        }

        @Override
        public Optional<Duration> machineTime() {
            return Optional.of(took);
        }

        @Override
        public Optional<String> problem() {
            return Optional.of(reason());
        }
    }

    /**
     * It was cancelled; its result, should it come, is refused, and the model that was in place stays there.
     *
     * @param took machine time until then
     * @param reason why, in words
     */
    record Cancelled(Duration took, String reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.CANCELLED;
        }

        @Override
        public Optional<Duration> machineTime() {
            return Optional.of(took);
        }

        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
        }
    }

    /**
     * It did not run, because it was not its turn: another run had not ended, the training is paused, or it was missed.
     *
     * @param reason why, in words
     */
    record Skipped(String reason) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.SKIPPED;
        }

        @Override
        public Optional<String> problem() {
            return Optional.of(reason);
        }
    }
}
