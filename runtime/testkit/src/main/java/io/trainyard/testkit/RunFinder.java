package io.trainyard.testkit;

import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.training.TrainingRun;
import java.time.Instant;
import java.util.List;

/** Finds runs of a training. */
final class RunFinder {

    private final List<TrainingRun> runs;

    RunFinder(StrategyDriver driver, String training) {
        driver.definition(training);
        this.runs = driver.trainings().stream()
                .filter(run -> run.training().equals(training))
                .toList();
    }

    List<TrainingRun> all() {
        return runs;
    }

    List<TrainingRun> of(Kind kind) {
        return runs.stream().filter(run -> Told.kind(run.outcome()) == kind).toList();
    }

    List<Instant> settled(Kind kind) {
        return of(kind).stream().map(TrainingRun::settledAt).toList();
    }
}
