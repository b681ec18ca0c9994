package io.trainyard.training;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Runs trainings on another lane, and makes the host wait for them: in virtual time the market stands still while a model is
 * trained, but a training that does not end can be left behind.
 */
public final class AwaitedLane implements Lane {

    private final Lane lane;
    private final Map<Runnable, Waited> waited = new ConcurrentHashMap<>();

    /** Waits for what runs on {@code lane}. */
    public AwaitedLane(Lane lane) {
        this.lane = lane;
    }

    @Override
    public void run(Runnable training) {
        CountDownLatch done = new CountDownLatch(1);
        Runnable task = () -> {
            try {
                training.run();
            } finally {
                done.countDown();
            }
        };
        waited.put(training, new Waited(task, done));
        lane.run(task);
        boolean interrupted = false;
        while (true) {
            try {
                done.await();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        waited.remove(training);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void abandon(Runnable training) {
        Waited one = waited.get(training);
        if (one != null) {
            lane.abandon(one.task);
            one.done.countDown();
        }
    }

    private record Waited(Runnable task, CountDownLatch done) {}
}
