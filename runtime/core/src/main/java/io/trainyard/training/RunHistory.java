package io.trainyard.training;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/** What became of trainings that were due, in the order in which they were settled. Thread-safe. */
public final class RunHistory {

    private final Deque<TrainingRun> runs = new ArrayDeque<>();
    private final int most;

    /** One that remembers every run. */
    public RunHistory() {
        this(Integer.MAX_VALUE);
    }

    /** One that remembers the last runs, {@code most} of them. */
    public RunHistory(int most) {
        this.most = most;
    }

    synchronized void add(TrainingRun run) {
        if (runs.size() == most) {
            runs.remove();
        }
        runs.add(run);
    }

    /** Every run so far that is remembered. */
    public synchronized List<TrainingRun> runs() {
        return List.copyOf(runs);
    }

    /** The last runs, {@code count} at most, oldest first. */
    public synchronized List<TrainingRun> last(int count) {
        List<TrainingRun> last = new ArrayList<>(count);
        Iterator<TrainingRun> newest = runs.descendingIterator();
        while (last.size() < count && newest.hasNext()) {
            last.add(newest.next());
        }
        Collections.reverse(last);
        return last;
    }
}
