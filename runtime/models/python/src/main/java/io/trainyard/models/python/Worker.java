package io.trainyard.models.python;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One Python process. Two threads talk with it, so that whoever waits for an answer can be interrupted whatever the process does: one
 * writes a request and reads what comes until the answer, one reads what it prints. Used by one caller at a time.
 */
final class Worker {

    /** How many models stay loaded; both sides forget the least recently used. */
    static final int MOST_MODELS = 8;

    private static final Duration FAREWELL = Duration.ofSeconds(2);

    private final String name;
    private final Process process;
    private final Diagnostics diagnostics;
    private final Thread talking;
    private final Thread listening;
    private final BlockingQueue<Frame> requests = new LinkedBlockingQueue<>();
    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Set<String> models = new LinkedHashSet<>();

    Worker(String name, Process process) {
        this.name = name;
        this.process = process;
        this.diagnostics = new Diagnostics(process.getErrorStream(), name);
        this.talking = daemon(this::talk, name + "-calls");
        this.listening = daemon(diagnostics, name + "-prints");
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** A frame of the worker's, or why there will be no more. */
    private sealed interface Heard {
        record Said(Frame frame) implements Heard {}

        record Silence(IOException cause) implements Heard {}
    }

    private void talk() {
        try (OutputStream out = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
                DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16))) {
            while (true) {
                requests.take().write(out);
                Frame frame;
                do {
                    frame = Frame.read(in);
                    heard.add(new Heard.Said(frame));
                } while (!frame.event().equals("answer") && !frame.event().equals("failure"));
            }
        } catch (IOException e) {
            heard.add(new Heard.Silence(e));
        } catch (InterruptedException e) {
            // nobody asks it any more: leaving the block closes its pipes, and that ends it
        }
    }

    String name() {
        return name;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    void ask(Frame request) {
        requests.add(request);
    }

    /**
     * The next frame.
     *
     * @throws PythonWorkerException if the process ended, or says nothing for that long
     * @throws InterruptedException if the caller is interrupted; the process then still computes
     */
    Frame next(String function, Duration patience) throws InterruptedException {
        Heard next = heard.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
        if (next instanceof Heard.Said said) {
            return said.frame();
        }
        if (next instanceof Heard.Silence silence) {
            throw lost(function, silence.cause());
        }
        throw new PythonWorkerException(
                function + " gave neither an answer nor a sign of progress for " + patience,
                "the worker was ended: a call may hang for good",
                "call trainyard.progress(fraction) in long computations, or allow more with PythonEnvironment.patience",
                null);
    }

    private PythonWorkerException lost(String function, IOException cause) throws InterruptedException {
        // it is dead or about to be; destroying it would close what it printed before that is read
        String code = process.waitFor(FAREWELL.toNanos(), TimeUnit.NANOSECONDS)
                ? " with exit code " + process.exitValue()
                : "";
        listening.join(FAREWELL.toMillis());
        String printed = diagnostics.last();
        return new PythonWorkerException(
                "the worker ended" + code + " during " + function,
                printed.isEmpty()
                        ? "it printed nothing"
                        : "it printed last:\n" + printed.indent(10).stripTrailing(),
                "the next call starts another; native code that crashes, os._exit and a lack of memory end a worker",
                cause);
    }

    /** Whether a model is loaded; it then counts as used just now. */
    boolean holds(String model) {
        return models.remove(model) && models.add(model);
    }

    /** The model is loaded now. */
    void keeps(String model) {
        while (models.size() >= MOST_MODELS) {
            models.remove(models.iterator().next());
        }
        models.add(model);
    }

    /** Ends the process at once, whatever it does. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        talking.interrupt();
    }

    /** Ends the process at once, and waits for that. */
    void end() {
        kill();
        try {
            process.waitFor(FAREWELL.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
