package io.trainyard.training;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/** One strategy's share of a lane: so many of its trainings at once and no more; the others wait in order. Thread-safe. */
public final class LimitedLane implements Lane {

    private final Lane lane;
    private final int most;
    private final Queue<Task> waiting = new ArrayDeque<>();
    private final Set<Task> running = new HashSet<>();

    /**
     * A share of {@code lane}.
     *
     * @param most how many trainings run at once, at least one
     * @throws IllegalArgumentException if that is less than one
     */
    public LimitedLane(Lane lane, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("a strategy trains on one thread or more, not on " + most);
        }
        this.lane = lane;
        this.most = most;
    }

    @Override
    public void run(Runnable training) {
        synchronized (this) {
            waiting.add(new Task(training));
        }
        startNext();
    }

    @Override
    public void abandon(Runnable training) {
        Task found;
        synchronized (this) {
            waiting.removeIf(task -> task.training == training);
            found = running.stream()
                    .filter(task -> task.training == training)
                    .findFirst()
                    .orElse(null);
            if (found == null) {
                return;
            }
            running.remove(found);
        }
        lane.abandon(found);
        startNext();
    }

    private void startNext() {
        Task next;
        synchronized (this) {
            if (running.size() >= most || waiting.isEmpty()) {
                return;
            }
            next = waiting.remove();
            running.add(next);
        }
        lane.run(next);
    }

    private synchronized void ended(Task task) {
        running.remove(task);
    }

    private final class Task implements Runnable {
        private final Runnable training;

        Task(Runnable training) {
            this.training = training;
        }

        @Override
        public void run() {
            try {
                training.run();
            } finally {
                ended(this);
                startNext();
            }
        }
    }
}
