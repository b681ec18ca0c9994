package io.trainyard.training;

import java.util.ArrayList;
import java.util.List;

/** What became of every training that was due, in the order in which they were settled. Used by the host's thread alone. */
public final class RunLedger {

    private final List<TrainingRun> runs = new ArrayList<>();

    /** The number of the run after the last one. */
    int nextNumber() {
        return runs.size() + 1;
    }

    void add(TrainingRun run) {
        runs.add(run);
    }

    /** Every run so far. */
    public List<TrainingRun> runs() {
        return List.copyOf(runs);
    }
}
