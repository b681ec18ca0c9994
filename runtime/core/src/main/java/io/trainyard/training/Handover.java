package io.trainyard.training;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What other threads have to say to the strategy's: lanes and limits, and the ledger, which tells what is durable, so that its
 * effect may be seen and handlers do not wait for the disk. {@link #add} is for any thread, the rest for the strategy's.
 */
final class Handover {

    private final Queue<Runnable> events = new ConcurrentLinkedQueue<>();
    private final Runnable wake;

    /** How many effects wait to be durable. */
    private int awaited;

    /** Calls {@code wake} whenever there is something to {@link #drain}. */
    Handover(Runnable wake) {
        this.wake = wake;
    }

    void add(Runnable event) {
        events.add(event);
        wake.run();
    }

    /** For who drains anyway. */
    void addForCaller(Runnable event) {
        events.add(event);
    }

    void drain() {
        for (Runnable event = events.poll(); event != null; event = events.poll()) {
            event.run();
        }
    }

    /**
     * Lets {@code effect} come when {@code written} is done, with what went wrong or null; at once if it is done. Effects come in
     * the order in which they were asked for.
     */
    void when(CompletableFuture<Void> written, Consumer<@Nullable Throwable> effect) {
        if (awaited == 0 && written.isDone()) {
            effect.accept(failure(written));
            return;
        }
        awaited++;
        CompletableFuture<Void> unused = written.whenComplete((done, failure) -> add(() -> {
            awaited--;
            effect.accept(failure);
        }));
    }

    private static @Nullable Throwable failure(CompletableFuture<Void> done) {
        return done.<@Nullable Throwable>handle((nothing, failure) -> failure).join();
    }

    /** Whether effects wait to be durable. */
    boolean isAwaiting() {
        return awaited > 0;
    }
}
