package io.trainyard.training.flight;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timestamp;
import org.jspecify.annotations.Nullable;

/** A model was put in place. */
@Name("io.trainyard.ModelPublication")
@Label("Model Publication")
@Description("A model was put in place: handlers that are called from now on see it")
@Category("Trainyard")
@StackTrace(false)
final class PublicationEvent extends Event {

    @Label("Strategy")
    @Nullable
    String strategy;

    @Label("Training")
    @Description("Name of the method; none for a model of another process")
    @Nullable
    String training;

    @Label("Run")
    @Description("What the ledger and the logs call the run; none for a model of another process")
    @Nullable
    String run;

    @Label("Key")
    @Description("Key in the object store")
    @Nullable
    String key;

    @Label("Version")
    long version;

    @Label("Size")
    @DataAmount(DataAmount.BYTES)
    long size;

    @Label("Trained At")
    @Description("Market time at which its training was complete")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long trainedAt;

    @Label("Published At")
    @Description("Market time at which it was put in place")
    @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
    long publishedAt;
}
