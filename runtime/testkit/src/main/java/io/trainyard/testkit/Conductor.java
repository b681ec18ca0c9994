package io.trainyard.testkit;

import io.trainyard.training.TrainingDefinition;
import java.util.concurrent.Callable;

/** Stands at the door of every training method, on the thread of its run, and does what the test says. */
interface Conductor {

    /** Calls the method, or not. */
    <T> T conduct(TrainingDefinition training, Callable<T> method) throws Exception;
}
