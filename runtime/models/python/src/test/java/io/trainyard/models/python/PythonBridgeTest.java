package io.trainyard.models.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PythonBridgeTest {

    private static final PythonScript SCALES = PythonScript.resource(PythonBridgeTest.class, "scales.py");
    private static final double[][] ROWS = {{1, 10}, {2, 20}, {6, 60}};

    private PythonEnvironment plain;
    private PythonBridge python;

    @BeforeEach
    void open() {
        plain = Pythons.plain();
        python = PythonBridge.open(SCALES, plain);
    }

    @AfterEach
    void close() {
        if (python != null) {
            python.close();
        }
    }

    @Test
    void trains_a_model_and_predicts_with_it() {
        PythonModel model = python.train(PythonInput.empty().matrix("x", ROWS));

        PythonOutput forecast =
                python.call("predict", model, PythonInput.empty().matrix("x", new double[][] {{4, 31}, {0, 0}}));

        assertThat(forecast.vector()).containsExactly(2, -33);
        assertThat(model.isPickled()).isFalse();
        assertThat(model.script()).isEqualTo(SCALES.sha256());
        assertThat(model.size()).isEqualTo(16);
        assertThat(model.python()).startsWith("3.");
    }

    @Test
    void passes_every_double_bit_for_bit() {
        double[] odd = {
            0.0,
            -0.0,
            Double.MIN_VALUE,
            -Double.MAX_VALUE,
            Double.POSITIVE_INFINITY,
            Double.NaN,
            Double.longBitsToDouble(0x7ff8_0000_0000_beefL),
            1.0 / 3
        };

        PythonOutput back = python.call(
                "echo",
                PythonInput.empty()
                        .vector("vector", odd)
                        .matrix("matrix", odd, odd)
                        .number("number", 0.1 + 0.2));

        assertThat(bits(back.vector("vector"))).containsExactly(bits(odd));
        assertThat(bits(back.matrix("matrix")[1])).containsExactly(bits(odd));
        assertThat(back.number("number")).isEqualTo(0.1 + 0.2);
        assertThat(back.names()).containsExactly("matrix", "number", "vector");
    }

    private static long[] bits(double[] values) {
        long[] bits = new long[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToRawLongBits(values[i]);
        }
        return bits;
    }

    @Test
    void passes_texts_bytes_flags_and_whole_numbers() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        PythonOutput back = python.call(
                "echo",
                PythonInput.empty()
                        .text("text", "Zürich \"10\"\n\u0000")
                        .bytes("bytes", all)
                        .flag("flag", true)
                        .whole("whole", 1L << 52));

        assertThat(back.text("text")).isEqualTo("Zürich \"10\"\n\u0000");
        assertThat(back.bytes("bytes")).isEqualTo(all);
        assertThat(back.flag("flag")).isTrue();
        assertThat(back.number("whole")).isEqualTo(1L << 52);
    }

    @Test
    void passes_empty_arrays() {
        PythonOutput back =
                python.call("echo", PythonInput.empty().vector("none").matrix("bare"));

        assertThat(back.vector("none")).isEmpty();
        assertThat(back.matrix("bare")).isEmpty();
    }

    @Test
    void says_what_was_returned_to_who_asks_for_something_else() {
        PythonOutput back = python.call("word", PythonInput.empty().text("value", "seven"));

        assertThatThrownBy(back::number)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value of word is a value of kind text, not of kind number");
        assertThatThrownBy(() -> back.vector("weights")).hasMessage("word returned no weights: it returned value");
    }

    @Test
    void keeps_what_is_printed_away_from_the_protocol() {
        assertThat(python.call("shouts", PythonInput.empty()).text())
                .as("what standard input gives")
                .isEmpty();
        assertThat(python.call("word", PythonInput.empty().text("value", "next"))
                        .text())
                .isEqualTo("next");
    }

    @Test
    void tells_an_exception_with_its_traceback_and_uses_the_worker_on() {
        double before = pid();

        PythonScriptException raised = catchThrowableOfType(
                PythonScriptException.class,
                () -> python.call("raises", PythonInput.empty().text("text", "no such regime")));

        assertThat(raised.type()).isEqualTo("ValueError");
        assertThat(raised).hasMessageContaining("raises of the script raised ValueError: no such regime");
        assertThat(raised.traceback())
                .contains("File \"scales.py\", line ", "raise ValueError(text)")
                .doesNotContain("<string>");
        assertThat(pid()).isEqualTo(before);
    }

    private double pid() {
        return python.call("pid", PythonInput.empty()).number();
    }

    @Test
    void lives_through_a_script_that_exits() {
        assertThatThrownBy(() -> python.call("exits", PythonInput.empty().whole("code", 3)))
                .isInstanceOf(PythonScriptException.class)
                .hasMessageContaining("SystemExit: 3");
    }

    @Test
    void replaces_a_worker_that_dies() {
        double before = pid();

        assertThatThrownBy(() -> python.call("dies", PythonInput.empty().whole("code", 7)))
                .isInstanceOf(PythonWorkerException.class)
                .hasMessageContaining("exit code 7")
                .hasMessageContaining("about to die");

        assertThat(pid()).isNotEqualTo(before);
    }

    @Test
    void loads_a_model_again_in_a_worker_that_replaces_another() {
        PythonModel model = python.train(PythonInput.empty().matrix("x", ROWS));
        PythonInput row = PythonInput.empty().matrix("x", new double[] {3, 30});
        double before = python.call("predict", model, row).vector()[0];

        assertThatThrownBy(() -> python.call("dies", PythonInput.empty().whole("code", 1)))
                .isInstanceOf(PythonWorkerException.class);

        assertThat(python.call("predict", model, row).vector()).containsExactly(before);
    }

    @Test
    void keeps_more_models_in_use_than_a_worker_holds() {
        PythonModel[] models = new PythonModel[3 * Worker.MOST_MODELS];
        for (int i = 0; i < models.length; i++) {
            models[i] = python.train(PythonInput.empty().matrix("x", ROWS).number("shift", i));
        }

        for (int i = 0; i < 100; i++) {
            int which = (i * 7) % models.length;
            assertThat(python.call("predict", models[which], PythonInput.empty().matrix("x", new double[] {3, 30}))
                            .vector())
                    .containsExactly(0.0 - 2.0 * which);
        }
    }

    @Test
    void ends_a_worker_whose_caller_is_interrupted() throws Exception {
        double before = pid();
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            try {
                python.call("spins", PythonInput.empty());
            } catch (PythonWorkerException e) {
                thrown.set(Thread.currentThread().isInterrupted() ? e : new AssertionError("the flag is lost", e));
            }
        });

        caller.start();
        caller.interrupt();
        caller.join(Pythons.SOON.toMillis());

        assertThat(thrown.get()).isInstanceOf(PythonWorkerException.class).hasMessageContaining("was interrupted");
        assertThat(ended((long) before)).isTrue();
        assertThat(pid()).isNotEqualTo(before);
    }

    private static boolean ended(long pid) throws Exception {
        var handle = ProcessHandle.of(pid);
        return handle.isEmpty()
                || handle.get().onExit().thenApply(ended -> true).get(Pythons.SOON.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void gives_up_on_a_call_that_is_silent_for_too_long() {
        try (PythonBridge hasty = PythonBridge.open(SCALES, plain.patience(Duration.ofMillis(300)))) {
            assertThatThrownBy(() -> hasty.call("spins", PythonInput.empty()))
                    .isInstanceOf(PythonWorkerException.class)
                    .hasMessageContaining("neither an answer nor a sign of progress for PT0.3S");
        }
    }

    @Test
    void waits_on_for_a_call_that_reports_progress() {
        try (PythonBridge patient = PythonBridge.open(SCALES, plain.patience(Duration.ofSeconds(5)))) {
            assertThat(patient.call(
                                    "waits",
                                    PythonInput.empty().number("seconds", 0.01).whole("signs", 20))
                            .text())
                    .isEqualTo("awake");
        }
    }

    @Test
    void serves_a_handler_while_a_training_computes() throws Exception {
        CompletableFuture<Object> training = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread beside = new Thread(() -> {
            begun.countDown();
            try {
                training.complete(python.call("spins", PythonInput.empty()));
            } catch (PythonWorkerException | IllegalStateException e) {
                training.complete(e); // ended while it computed, or while its worker started
            }
        });
        beside.start();
        begun.await();

        for (int i = 0; i < 10; i++) {
            assertThat(python.call("word", PythonInput.empty().text("value", "quick"))
                            .text())
                    .isEqualTo("quick");
        }

        python.close();
        assertThat(training.get(Pythons.SOON.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOfAny(PythonWorkerException.class, IllegalStateException.class);
        beside.join();
    }

    @Test
    void refuses_calls_after_it_was_closed() {
        python.close();

        assertThatThrownBy(this::pid).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
    }

    @Test
    void bounds_the_memory_of_a_worker() {
        try (PythonBridge small = PythonBridge.open(SCALES, plain.memoryLimit(512L << 20))) {
            assertThatThrownBy(() -> small.call("grabs", PythonInput.empty().whole("size", 1L << 30)))
                    .isInstanceOf(PythonScriptException.class)
                    .hasMessageContaining("MemoryError");
            assertThat(small.call("grabs", PythonInput.empty().whole("size", 1000))
                            .number())
                    .isEqualTo(1000);
        }
    }

    @Test
    void hides_the_environment_of_this_process() {
        try (PythonBridge named = PythonBridge.open(SCALES, plain.variable("MODEL_HOME", "here"))) {
            String[] names =
                    named.call("environment", PythonInput.empty()).text().split("\n");

            assertThat(names).contains("MODEL_HOME", "OMP_NUM_THREADS", "PYTHONHASHSEED");
            assertThat(names)
                    .allMatch(name -> name.equals("MODEL_HOME")
                            || name.matches("PATH|HOME|TMPDIR|LD_LIBRARY_PATH|LANG|LC_CTYPE|PWD|SHLVL|_|OLDPWD|"
                                    + "PYTHON.*|_?PYENV_.*|.*_NUM_THREADS"));
        }
    }

    @Test
    void orders_sets_alike_in_each_worker() {
        String first = python.call("order", PythonInput.empty()).text();
        try (PythonBridge other = PythonBridge.open(SCALES, plain)) {
            assertThat(other.call("order", PythonInput.empty()).text()).isEqualTo(first);
        }
    }

    @Test
    void names_a_package_that_is_missing() {
        assertThatThrownBy(() -> PythonBridge.open(SCALES.requires("json", "no_such_package.linear"), plain))
                .isInstanceOf(PythonSetupException.class)
                .hasMessageContaining("scales.py needs the Python package no_such_package")
                .hasMessageContaining("-m pip install no_such_package");
    }

    @Test
    void names_an_interpreter_that_is_missing() {
        assertThatThrownBy(() -> PythonBridge.open(SCALES, PythonEnvironment.of("no-such-python")))
                .isInstanceOf(PythonSetupException.class)
                .hasMessageContaining("the Python interpreter no-such-python cannot be started")
                .hasMessageContaining(PythonEnvironment.INTERPRETER_VARIABLE);
    }

    @Test
    void shows_the_line_of_a_script_that_is_no_python() {
        PythonScript broken = new PythonScript("broken.py", "def train(x):\n  retrun x\n", java.util.List.of());

        assertThatThrownBy(() -> PythonBridge.open(broken, plain))
                .isInstanceOf(PythonScriptException.class)
                .hasMessageContaining("SyntaxError")
                .hasMessageContaining("File \"broken.py\", line 2");
    }

    @Test
    void says_that_a_script_lacks_a_function() {
        assertThatThrownBy(() -> python.call("forecast", PythonInput.empty()))
                .hasMessageContaining("the script defines no function forecast");
    }

    @Test
    void refuses_rows_of_different_lengths() {
        assertThatThrownBy(() -> PythonInput.empty().matrix("x", new double[][] {{1, 2}, {3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 1 of x has 1 columns, those before it 2: rows of a matrix have one length");
    }
}
