package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ended a run. The first to settle it wins; what comes later is dropped. */
sealed interface Settlement {

    /** Machine time until then. */
    Duration took();

    /** The method returned, and its models are bytes; made from data that had ended by {@code dataEnd}. */
    record Made(
            Duration took,
            List<MadeModel<?>> models,
            @Nullable Instant dataEnd) implements Settlement {}

    /** The method returned, and its models are committed: what a lane beside the market hands over. */
    record Kept(Duration took, List<MadeModel<?>> models, List<ModelVersion> versions) implements Settlement {}

    /** The method returned, and its model is committed as a candidate, since the gate of its field refused it. */
    record HeldBack(
            Duration took, ModelVersion candidate, @Nullable ModelVersion champion, String reason)
            implements Settlement {}

    /** The method threw, or its models could not be written. */
    record Threw(Duration took, Exception cause) implements Settlement {}

    /** It took too long. */
    record OverLimit(Duration took) implements Settlement {}

    /** It is not wanted any more. */
    record Cancelled(Duration took, String reason) implements Settlement {}
}
