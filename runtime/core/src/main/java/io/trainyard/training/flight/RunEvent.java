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

/** One attempt at a training: its duration is that of the method, or until the run was given up. */
@Name("io.trainyard.TrainingRun")
@Label("Training Run")
@Description("One attempt at a training, from the call of its method to its end, or until it was given up")
@Category("Trainyard")
@StackTrace(false)
final class RunEvent extends Event {

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

    @Label("Attempt")
    @Description("Counts the attempts at the occasion, from 1")
    int attempt;

    @Label("Training Thread")
    @Description("The thread that called the method; none if the run did not get that far")
    @Nullable
    Thread trainingThread;

    @Label("Due")
    @Description("Market time at which it was due")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long due;

    @Label("Started At")
    @Description("Market time at which it started")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long startedAt;

    @Label("Settled At")
    @Description("Market time at which it came to its end, its model in place if it made one")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long settledAt;

    @Label("Limit")
    @Description("How long it might take, which is what it reserved of the budget")
    @Timespan(Timespan.NANOSECONDS)
    long limit;

    @Label("Outcome")
    @Description("SUCCEEDED, NOT_PROMOTED, FAILED, OVER_LIMIT or CANCELLED")
    @Nullable
    String outcome;

    @Label("Reason")
    @Description("Why it did not succeed")
    @Nullable
    String reason;
}
