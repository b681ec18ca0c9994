package io.trainyard.testkit.laws;

import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.TrainingJob;
import io.trainyard.training.TrainingOfThread;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

/** A strategy one of whose trainings fails at one moment: to a host as good as a process that dies in it. */
record FailingOnce(StrategyWiring wiring, String training, Instant due) implements StrategyWiring {

    @Override
    public StrategyDefinition definition() {
        return wiring.definition();
    }

    @Override
    public WiredStrategy wire(HostParts host) {
        WiredStrategy wired = wiring.wire(host);
        List<TrainingJob> jobs = wired.jobs().stream()
                .map(job ->
                        job.definition().name().equals(training) && job instanceof TrainingJob.Returning<?> returning
                                ? failing(returning)
                                : job)
                .toList();
        return new WiredStrategy(wired.component(), wired.guard(), wired.slots(), jobs, wired.handlers());
    }

    private <T> TrainingJob failing(TrainingJob.Returning<T> job) {
        Callable<? extends T> method = job.method();
        ModelSlot<T> slot = job.slot();
        return TrainingJob.returning(job.definition(), slot, () -> {
            if (TrainingOfThread.INSTANCE.startedAt().equals(due)) {
                throw new IllegalStateException("the law of restarts lets it fail");
            }
            return method.call();
        });
    }
}
