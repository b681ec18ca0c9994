package io.trainyard.training;

import java.util.ArrayList;
import java.util.List;

/** What became of every training that was due, in the order in which they were settled. Thread-safe. */
public final class RunHistory {

    private final List<TrainingRun> runs = new ArrayList<>();

    synchronized void add(TrainingRun run) {
        runs.add(run);
    }

    /** Every run so far. */
    public synchronized List<TrainingRun> runs() {
        return List.copyOf(runs);
    }
}
