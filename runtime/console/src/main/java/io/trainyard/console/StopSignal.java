package io.trainyard.console;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Ctrl-C and SIGTERM: has what runs stop in good order, waits for what the command has left to say, and ends the process
 * with the command's exit code. Where nothing has asked for that, the process ends at once, as any does.
 */
final class StopSignal {

    private final CompletableFuture<Integer> code = new CompletableFuture<>();
    private volatile @Nullable Runnable stop;

    /** One that listens to the signals of this process. */
    static StopSignal install() {
        StopSignal signal = new StopSignal();
        Runtime.getRuntime().addShutdownHook(new Thread(signal::arrived, "trainyard-stop"));
        return signal;
    }

    /** From here on, stops what runs in this way, which returns when it has stopped. */
    void stopBy(Runnable how) {
        stop = how;
    }

    /** Ends the process. */
    void exit(int with) {
        code.complete(with);
        System.exit(with); // waits for ever where a signal came first
    }

    private void arrived() {
        Runnable how = stop;
        if (how == null || code.isDone()) {
            return;
        }
        try {
            how.run();
        } finally {
            Runtime.getRuntime().halt(code.join());
        }
    }
}
