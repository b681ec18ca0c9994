package io.trainyard.models.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Starts workers for one script in one environment, and has the script imported there. */
final class WorkerStart {

    private static final AtomicLong COUNT = new AtomicLong();
    private static final List<String> INHERITED = List.of("PATH", "HOME", "TMPDIR", "SYSTEMROOT", "LD_LIBRARY_PATH");
    private static final List<String> ONE_THREAD =
            List.of("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS");
    private static final Map<String, String> DISTRIBUTIONS =
            Map.of("sklearn", "scikit-learn", "yaml", "PyYAML", "PIL", "Pillow", "cv2", "opencv-python");
    private static final String PROGRAM = program();

    private final PythonScript script;
    private final PythonEnvironment environment;
    private final Path folder;

    WorkerStart(PythonScript script, PythonEnvironment environment, Path folder) {
        this.script = script;
        this.environment = environment;
        this.folder = folder;
    }

    private static String program() {
        try (InputStream in = WorkerStart.class.getResourceAsStream("worker.py")) {
            if (in == null) {
                throw new IllegalStateException("the jar of trainyard-models-python lacks worker.py");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Started start() throws InterruptedException {
        Worker worker = new Worker("trainyard-python-" + COUNT.incrementAndGet(), launch());
        boolean ready = false;
        try {
            worker.ask(hello());
            Frame answer = worker.next("the import of " + script.name(), environment.startPatience());
            if (!answer.event().equals("answer")) {
                throw refused(answer);
            }
            ready = true;
            return new Started(worker, answer.text("python"));
        } finally {
            if (!ready) {
                worker.end();
            }
        }
    }

    /**
     * A worker that has imported the script.
     *
     * @param python the version of its Python
     */
    record Started(Worker worker, String python) {}

    private Process launch() throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(environment.interpreter(), "-s", "-B", "-u", "-c", PROGRAM);
        builder.directory(folder.toFile());
        Map<String, String> variables = builder.environment();
        variables.keySet().retainAll(INHERITED);
        variables.put("LANG", "C.UTF-8");
        variables.put("PYTHONUTF8", "1");
        variables.put("PYTHONHASHSEED", "0");
        ONE_THREAD.forEach(name -> variables.put(name, "1"));
        variables.putAll(environment.variables());
        variables.put("TRAINYARD_PARENT", Long.toString(ProcessHandle.current().pid()));
        try {
            return Launcher.start(builder);
        } catch (IOException e) {
            throw new PythonSetupException(
                    "the Python interpreter " + environment.interpreter() + " cannot be started",
                    String.valueOf(e.getMessage()),
                    "install Python 3.8 or newer, or name another interpreter: PythonEnvironment.of(\"/path/to/python3\"), "
                            + "PythonEnvironment.venv(folder), or the environment variable "
                            + PythonEnvironment.INTERPRETER_VARIABLE,
                    e);
        }
    }

    private Frame hello() {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("op", "hello");
        header.put("script", script.name());
        header.put("packages", script.packages());
        header.put("memory", environment.memoryLimit());
        Pickling pickling = environment.pickling();
        header.put("pickle", pickling == null ? null : pickling.packages());
        return Frame.of(header, List.of(script.source().getBytes(StandardCharsets.UTF_8)));
    }

    private PythonException refused(Frame failure) {
        if (failure.text("kind").equals("missing")) {
            String module = failure.text("module");
            String root = module.contains(".") ? module.substring(0, module.indexOf('.')) : module;
            String distribution = DISTRIBUTIONS.getOrDefault(root, root);
            return new PythonSetupException(
                    script.name() + " needs the Python package " + module,
                    environment.interpreter() + " has none of that name",
                    "install it there, for instance with " + environment.interpreter() + " -m pip install "
                            + distribution + ", or name an interpreter that has it",
                    null);
        }
        return new PythonScriptException(
                "the import", failure.text("type"), failure.text("message"), failure.text("traceback"));
    }
}
