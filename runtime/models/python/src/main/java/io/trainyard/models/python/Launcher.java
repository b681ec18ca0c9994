package io.trainyard.models.python;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Starts processes from a thread that lives as long as this JVM. Linux ends a worker with the thread that started it
 * ({@code PR_SET_PDEATHSIG}), so that thread must not be a training's.
 */
final class Launcher {

    private static final ExecutorService THREAD = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "trainyard-python-launcher");
        thread.setDaemon(true);
        return thread;
    });

    private Launcher() {}

    static Process start(ProcessBuilder builder) throws IOException, InterruptedException {
        try {
            return THREAD.submit(builder::start).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw new IOException(e.getCause());
        }
    }
}
