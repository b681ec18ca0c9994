package io.trainyard.testkit.laws;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls something on a thread of its own, which is given up when it takes too long. */
final class Script {

    private Script() {}

    static <T> T call(Duration patience, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        result.complete(work.call());
                    } catch (Throwable e) {
                        result.completeExceptionally(e);
                    }
                },
                "laws");
        thread.setDaemon(true);
        thread.start();
        try {
            return result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            StackTraceElement[] stack = thread.getStackTrace();
            thread.interrupt();
            throw new HangingException(patience, stack);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a strategy was run", e);
        }
    }

    /** A run has not ended in time; its thread is given up. */
    static final class HangingException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        HangingException(Duration patience, StackTraceElement[] stack) {
            super("it has not come to its end within " + patience + " of machine time; its thread is at "
                    + (stack.length == 0 ? "its end" : stack[0]));
            setStackTrace(stack);
        }
    }
}
