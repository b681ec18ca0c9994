package io.trainyard.training.flight;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;
import jdk.jfr.Timestamp;
import org.jspecify.annotations.Nullable;

/** A training was due, and has its turn. */
@Name("io.trainyard.TrainingDue")
@Label("Training Due")
@Description("A training was due by its schedule, and has its turn")
@Category("Trainyard")
@StackTrace(false)
final class DueEvent extends Event {

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

    @Label("Due")
    @Description("Market time at which it was due")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long due;

    @Label("Lateness")
    @Description("How long after that, on the market clock, it has its turn")
    @Timespan(Timespan.NANOSECONDS)
    long lateness;
}
