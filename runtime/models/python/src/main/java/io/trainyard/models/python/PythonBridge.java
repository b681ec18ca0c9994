package io.trainyard.models.python;

import io.trainyard.training.Training;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls functions of a Python script, in worker processes that it supervises. Made once for a strategy, for instance in its
 * constructor, and usable from all threads: a handler's call does not wait for a training's while there is another worker.
 *
 * <pre>{@code
 * @Stored("regression") PythonModel model;
 *
 * @Train(day = SUNDAY, at = "08:00")
 * PythonModel fit(History history, Training training) {
 *     return python.train(training, PythonInput.empty().matrix("x", x).vector("y", y).number("alpha", 0.1));
 * }
 *
 * double forecast(double[] row) {
 *     return python.call("predict", model, PythonInput.empty().matrix("x", row)).vector()[0];
 * }
 * }</pre>
 *
 * <p>A call whose thread is interrupted, as that of a training over its limit is, ends its worker at once. A worker that crashes is
 * replaced at the next call. Workers end with the bridge and with this process, however that ends.
 */
public final class PythonBridge implements AutoCloseable {

    private final PythonScript script;
    private final PythonEnvironment environment;
    private final Path folder;
    private final WorkerPool pool;

    private PythonBridge(PythonScript script, PythonEnvironment environment, Path folder) {
        this.script = script;
        this.environment = environment;
        this.folder = folder;
        this.pool = new WorkerPool(new WorkerStart(script, environment, folder), environment.workers());
    }

    /**
     * Starts a worker, so that a missing interpreter, a missing package or a mistake in the script shows now.
     *
     * @throws PythonSetupException if there is no such interpreter, or it lacks a package
     * @throws PythonScriptException if the script cannot be imported
     * @throws PythonWorkerException if the worker ends, or takes too long
     */
    public static PythonBridge open(PythonScript script, PythonEnvironment environment) {
        PythonBridge bridge = new PythonBridge(script, environment, workFolder());
        boolean open = false;
        try {
            WorkerStart.Started first = bridge.take("the start");
            bridge.pool.giveBack(first);
            open = true;
            return bridge;
        } finally {
            if (!open) {
                bridge.close();
            }
        }
    }

    /**
     * Trains a model with the script's function {@code train}.
     *
     * @param training hears of progress, metrics and parameters
     * @throws PythonException if there is none, see its kinds
     */
    public PythonModel train(Training training, PythonInput input) {
        return model("train", training, input);
    }

    /**
     * Trains a model with the script's function {@code train}, outside a training.
     *
     * @throws PythonException if there is none, see its kinds
     */
    public PythonModel train(PythonInput input) {
        return model("train", null, input);
    }

    /**
     * Calls a function with arguments by name.
     *
     * @throws PythonException if it returns nothing that can be passed on, see its kinds
     */
    public PythonOutput call(String function, PythonInput input) {
        return within(function, worker -> output(worker, function, null, input));
    }

    /**
     * Calls a function with a model as its first argument, and others by name. The model's bytes are loaded first where the worker
     * does not have them yet.
     *
     * @throws PythonModelException if they may not be loaded, or cannot
     * @throws PythonException if it returns nothing that can be passed on, see its kinds
     */
    public PythonOutput call(String function, PythonModel model, PythonInput input) {
        requireLeave(model);
        return within(function, worker -> {
            if (!worker.holds(model.sha256())) {
                load(worker, model);
            }
            return output(worker, function, model, input);
        });
    }

    /** Ends its workers, also those that compute; their callers get a {@link PythonWorkerException}. */
    @Override
    public void close() {
        pool.close();
        deleteFolder();
    }

    private PythonModel model(String function, @Nullable Training training, PythonInput input) {
        WorkerStart.Started started = take(function);
        return within(function, started, worker -> {
            List<byte[]> blobs = new ArrayList<>();
            Map<String, Object> header = new LinkedHashMap<>();
            header.put("op", "train");
            header.put("function", function);
            header.put("arguments", input.describe(blobs));
            Frame answer = ask(worker, function, Frame.of(header, blobs), training);
            boolean pickled = answer.text("form").equals("pickle");
            byte[] bytes = answer.blobs().get(0);
            Pickling pickling = environment.pickling();
            byte[] signature = pickled && pickling != null ? pickling.sign(bytes) : new byte[0];
            Map<String, String> versions = new HashMap<>();
            answer.header().path("versions").forEachEntry((name, version) -> versions.put(name, version.asString()));
            return new PythonModel(pickled, script.sha256(), started.python(), versions, bytes, signature);
        });
    }

    private PythonOutput output(Worker worker, String function, @Nullable PythonModel model, PythonInput input)
            throws InterruptedException {
        List<byte[]> blobs = new ArrayList<>();
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("op", "call");
        header.put("function", function);
        header.put("model", model == null ? null : model.sha256());
        header.put("arguments", input.describe(blobs));
        Frame answer = ask(worker, function, Frame.of(header, blobs), null);
        Map<String, Returned> values = new HashMap<>();
        answer.header()
                .path("values")
                .forEachEntry((name, value) -> values.put(name, Returned.of(value, answer.blobs())));
        return new PythonOutput(function, values);
    }

    private void load(Worker worker, PythonModel model) throws InterruptedException {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("op", "load");
        header.put("model", model.sha256());
        header.put("form", model.isPickled() ? "pickle" : "dump");
        header.put("most", Worker.MOST_MODELS);
        try {
            ask(worker, "load", Frame.of(header, List.of(model.shared())), null);
        } catch (PythonScriptException e) {
            throw new PythonModelException(
                    "the model cannot be loaded: " + model,
                    e.getMessage() + "\nit was trained by "
                            + (model.script().equals(script.sha256()) ? "this script" : "another version of the script")
                            + " with Python " + model.python() + " and " + model.versions(),
                    "train again, or run it where those versions are installed",
                    e);
        }
        worker.keeps(model.sha256());
    }

    /** A pickle runs code when it is loaded: only one that this installation made. */
    private void requireLeave(PythonModel model) {
        if (!model.isPickled()) {
            return;
        }
        Pickling pickling = environment.pickling();
        if (pickling == null) {
            throw pickleRefused("the model is a Python pickle: " + model);
        }
        if (!pickling.holds(model.signature(), model.shared())) {
            throw new PythonModelException(
                    "the signature of the model does not hold: " + model,
                    "its bytes were changed, or another installation made it; a pickle runs code when it is loaded",
                    "train again, or use the key file of the installation that made it",
                    null);
        }
    }

    private static PythonModelException pickleRefused(String what) {
        return new PythonModelException(
                what,
                "loading a pickle runs code, and PythonEnvironment has no Pickling that allows it",
                "define dump(model) and load(data) in the script, or allow pickles that this installation signs: "
                        + ".pickling(Pickling.signed(keyFile, \"sklearn\", \"numpy\"))",
                null);
    }

    private Frame ask(Worker worker, String function, Frame request, @Nullable Training training)
            throws InterruptedException {
        worker.ask(request);
        while (true) {
            Frame frame = worker.next(function, environment.patience());
            switch (frame.event()) {
                case "answer" -> {
                    return frame;
                }
                case "failure" -> throw failure(function, frame);
                default -> tell(training, frame);
            }
        }
    }

    private static void tell(@Nullable Training training, Frame frame) {
        if (training == null) {
            return;
        }
        switch (frame.event()) {
            case "progress" -> training.progress(frame.header().path("fraction").asDouble(), frame.text("text"));
            case "metric" ->
                training.metric(frame.text("name"), frame.header().path("value").asDouble());
            case "parameter" -> training.parameter(frame.text("name"), frame.text("value"));
            default -> throw new IllegalStateException("worker.py sends no " + frame.event());
        }
    }

    private PythonException failure(String function, Frame failure) {
        if (failure.text("kind").equals("pickle")) {
            return pickleRefused("the model, a " + failure.text("message") + ", would be stored as a Python pickle");
        }
        return new PythonScriptException(
                function, failure.text("type"), failure.text("message"), failure.text("traceback"));
    }

    private interface Job<T> {
        T with(Worker worker) throws InterruptedException;
    }

    private <T> T within(String function, Job<T> job) {
        return within(function, take(function), job);
    }

    /** A worker is used on after an answer and after an exception of the script's, not after anything else. */
    private <T> T within(String function, WorkerStart.Started started, Job<T> job) {
        boolean usable = false;
        try {
            T result = job.with(started.worker());
            usable = true;
            return result;
        } catch (PythonScriptException | PythonModelException e) {
            usable = true;
            throw e;
        } catch (InterruptedException e) {
            throw interrupted(function, e);
        } finally {
            if (usable) {
                pool.giveBack(started);
            } else {
                pool.discard(started);
            }
        }
    }

    private WorkerStart.Started take(String function) {
        try {
            return pool.take();
        } catch (InterruptedException e) {
            throw interrupted(function, e);
        }
    }

    private static PythonWorkerException interrupted(String function, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new PythonWorkerException(
                function + " was interrupted",
                "its training is over its limit, or was cancelled; the worker was ended",
                "allow the training more time with @Train(limit = ...), or have it do less",
                cause);
    }

    private static Path workFolder() {
        try {
            return Files.createTempDirectory("trainyard-python-");
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for Python workers in the temporary folder", e);
        }
    }

    private void deleteFolder() {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException | UncheckedIOException e) {
            // what a worker left there is the temporary folder's to clean
        }
    }
}
