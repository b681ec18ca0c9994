package io.trainyard.store;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;

/**
 * The SHA-256 of bytes that nobody changes any more. That of many bytes is summed up by a thread of the common pool, beside
 * what the caller does until it asks, such as writing them; if none is free by then, the caller does it itself.
 */
final class Checksum {

    /** From how many bytes on another thread is worth its while. */
    static final int MANY = 256 * 1024;

    private final FutureTask<String> sum;

    private Checksum(FutureTask<String> sum) {
        this.sum = sum;
    }

    static Checksum of(byte[] bytes) {
        FutureTask<String> sum = new FutureTask<>(() -> Sha256.of(bytes));
        if (bytes.length >= MANY) {
            try {
                ForkJoinPool.commonPool().execute(sum);
            } catch (RejectedExecutionException shuttingDown) {
                // the caller does it
            }
        }
        return new Checksum(sum);
    }

    /** In lower-case hexadecimal digits. Waits, if need be, without being interrupted. */
    String digits() {
        // does nothing if another thread has begun
        sum.run();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return sum.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("no checksum of bytes in memory", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
