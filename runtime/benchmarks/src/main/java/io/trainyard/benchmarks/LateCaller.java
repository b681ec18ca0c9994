package io.trainyard.benchmarks;

import java.time.Duration;

/** Something that calls a handler again and again, and runs trainings beside it, set up as its own documentation says. */
interface LateCaller {

    /** Starts the calls, each of which tells {@code probe} when it was planned, and so many trainings beside them. */
    void start(LatenessProbe probe, Duration interval, BusyTraining load, int trainings) throws Exception;

    /** Ends everything; the trainings have been told to. */
    void stop() throws Exception;
}
