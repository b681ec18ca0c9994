package io.trainyard.testkit;

import io.trainyard.time.Stopwatch;
import io.trainyard.training.TrainingDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/**
 * Trainings of a backtest, on the thread of the test. How long a run works, the test says: the stopwatch stands still but for
 * that, and a limit is reached at once by a run that is to hang.
 */
final class InStep implements Conductor {

    private final Script script;
    private Duration worked = Duration.ZERO;
    private final VirtualAlarms alarms = new VirtualAlarms(() -> Instant.EPOCH.plus(worked));

    InStep(Script script) {
        this.script = script;
    }

    VirtualAlarms alarms() {
        return alarms;
    }

    Stopwatch stopwatch() {
        return () -> worked;
    }

    @Override
    public <T> T conduct(TrainingDefinition training, Callable<T> method) throws Exception {
        Directive directive = script.take(training.name());
        if (directive instanceof Directive.Fail fail) {
            throw fail.cause();
        }
        if (directive instanceof Directive.Hang) {
            work(training.limit().plusNanos(1));
            throw ended(training);
        }
        if (directive instanceof Directive.Complete complete && work(complete.took())) {
            throw ended(training);
        }
        return method.call();
    }

    /** The run works for so long; whether it was interrupted meanwhile. */
    private boolean work(Duration time) {
        worked = worked.plus(time);
        Instant now = Instant.EPOCH.plus(worked);
        while (alarms.ringOne(now)) {
            // all that are due
        }
        return Thread.interrupted();
    }

    private static InterruptedException ended(TrainingDefinition training) {
        return new InterruptedException(training.name() + " was ended at its limit of " + training.limit());
    }
}
