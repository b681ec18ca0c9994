package io.trainyard.testkit.laws;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * In place of {@code new Thread(...)} in code that {@link Rewriter} has rewritten: a thread that can be told to begin late. Whoever
 * joins it waits as he would for any other.
 */
public class HeldThread extends Thread {

    private volatile Duration held = Duration.ZERO;

    /** As {@code new Thread()}. */
    public HeldThread() {}

    /** As {@code new Thread(task)}. */
    public HeldThread(@Nullable Runnable task) {
        super(task);
    }

    /** As {@code new Thread(group, task)}. */
    public HeldThread(@Nullable ThreadGroup group, @Nullable Runnable task) {
        super(group, task);
    }

    /** As {@code new Thread(name)}. */
    public HeldThread(String name) {
        super(name);
    }

    /** As {@code new Thread(group, name)}. */
    public HeldThread(@Nullable ThreadGroup group, String name) {
        super(group, name);
    }

    /** As {@code new Thread(task, name)}. */
    public HeldThread(@Nullable Runnable task, String name) {
        super(task, name);
    }

    /** As {@code new Thread(group, task, name)}. */
    public HeldThread(@Nullable ThreadGroup group, @Nullable Runnable task, String name) {
        super(group, task, name);
    }

    /** As {@code new Thread(group, task, name, stackSize)}. */
    public HeldThread(@Nullable ThreadGroup group, @Nullable Runnable task, String name, long stackSize) {
        super(group, task, name, stackSize);
    }

    /** As {@code new Thread(group, task, name, stackSize, inherit)}. */
    public HeldThread(
            @Nullable ThreadGroup group, @Nullable Runnable task, String name, long stackSize, boolean inherit) {
        super(group, task, name, stackSize, inherit);
    }

    void hold(Duration span) {
        held = span;
    }

    @Override
    public void run() {
        Doors.pause(held);
        super.run();
    }
}
