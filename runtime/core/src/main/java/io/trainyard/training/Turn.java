package io.trainyard.training;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Where one training stands: what runs, what waits, how often it failed. For the strategy's thread. */
final class Turn {

    private final TrainingJob job;
    /** Occasions that wait until nothing is in their way. */
    private final Deque<Occasion> waiting = new ArrayDeque<>();

    private @Nullable Runner runner;
    /** The occasion that waits for its budget, or to be tried again, and the event that will wake it. */
    private @Nullable Postponed postponed;

    private int failures;
    private boolean paused;
    private @Nullable TrainingRun last;

    Turn(TrainingJob job) {
        this.job = job;
    }

    TrainingJob job() {
        return job;
    }

    String name() {
        return job.definition().name();
    }

    Deque<Occasion> waiting() {
        return waiting;
    }

    @Nullable
    Runner runner() {
        return runner;
    }

    void runner(@Nullable Runner next) {
        runner = next;
    }

    @Nullable
    Postponed postponed() {
        return postponed;
    }

    void postponed(@Nullable Postponed next) {
        postponed = next;
    }

    boolean isPaused() {
        return paused;
    }

    int failures() {
        return failures;
    }

    void succeeded() {
        failures = 0;
    }

    /** Counts a failure; true if the training is to be paused from now on. */
    boolean failed() {
        failures++;
        int most = job.definition().policy().pauseAfter();
        if (most == 0 || failures < most || paused) {
            return false;
        }
        paused = true;
        return true;
    }

    void resume() {
        paused = false;
        failures = 0;
    }

    /** Takes over what an earlier process knew. */
    void recover(int failuresBefore, boolean pausedBefore) {
        failures = failuresBefore;
        paused = pausedBefore;
    }

    void settled(TrainingRun run) {
        last = run;
    }

    TrainingStatus status() {
        Run run = runner == null ? null : runner.attempted();
        return new TrainingStatus(
                name(),
                run == null ? null : run.started(),
                waiting.size() + (postponed == null ? 0 : 1),
                failures,
                paused,
                null,
                last);
    }

    /**
     * An occasion that waits for a market time.
     *
     * @param occasion what waits
     * @param entry when it comes back
     * @param retry whether it ran and failed, and is to be tried again
     */
    record Postponed(Occasion occasion, Timeline.Entry entry, boolean retry) {}
}
