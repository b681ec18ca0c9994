package io.trainyard.training.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;
import org.jspecify.annotations.Nullable;

/** A training that was due does not run, or not yet. */
@Name("io.trainyard.TrainingRefusal")
@Label("Training Refusal")
@Description("A training that was due does not run, or not yet; the model in place stays")
@Category("Trainyard")
@StackTrace(false)
final class RefusalEvent extends Event {

    @Label("Strategy")
    @Nullable
    String strategy;

    @Label("Training")
    @Description("Name of the method")
    @Nullable
    String training;

    @Label("Run")
    @Description("What the ledger and the logs call the run")
    @Nullable
    String run;

    @Label("Kind")
    @Description("REFUSED: nothing pays for it; SKIPPED: it is not its turn; DEFERRED: it waits for the budget")
    @Nullable
    String kind;

    @Label("Reason")
    @Nullable
    String reason;

    @Label("Due")
    @Description("Market time at which it was due")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long due;

    @Label("Refused At")
    @Description("Market time at which it was refused")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long refusedAt;
}
