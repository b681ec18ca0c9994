package io.trainyard.benchmarks;

import io.trainyard.models.python.PythonBridge;
import io.trainyard.models.python.PythonEnvironment;
import io.trainyard.models.python.PythonInput;
import io.trainyard.models.python.PythonModel;
import io.trainyard.models.python.PythonScript;
import io.trainyard.time.Stopwatch;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/**
 * What the bridge to Python costs over the training itself: 10,000 rows of 20 doubles and a target there, a model back; and, as
 * the limit, as many bytes through a pipe to a bare interpreter that answers with as many as the model has. In turn, so that both
 * meet the same machine. Arguments: an interpreter with numpy, and how many rounds.
 */
final class BridgeCost {

    private static final int ROWS = 10_000;
    private static final int COLUMNS = 20;
    private static final int WARM_UP = 20;

    private final Stopwatch stopwatch = Stopwatch.system();
    private final double[][] x = new double[ROWS][COLUMNS];
    private final double[] y = new double[ROWS];

    private BridgeCost() {
        Random random = new Random(1);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                x[row][column] = random.nextGaussian();
            }
            y[row] = x[row][0] - 2 * x[row][1] + random.nextGaussian();
        }
    }

    public static void main(String... arguments) throws IOException {
        new BridgeCost().run(arguments[0], Integer.parseInt(arguments[1]));
    }

    private void run(String interpreter, int rounds) throws IOException {
        double[] whole = new double[rounds];
        double[] over = new double[rounds];
        double[] pipe = new double[rounds];
        double[] ratio = new double[rounds];
        PythonScript script =
                PythonScript.resource(BridgeCost.class, "bridge.py").requires("numpy");
        PythonEnvironment environment = PythonEnvironment.of(interpreter).workers(1);
        try (PythonBridge python = PythonBridge.open(script, environment);
                Pipe bare = new Pipe(interpreter)) {
            for (int i = -WARM_UP; i < rounds; i++) {
                double start = millis();
                PythonModel model =
                        python.train(PythonInput.empty().matrix("x", x).vector("y", y));
                double took = millis() - start;
                double trained =
                        1_000 * python.call("seconds", PythonInput.empty()).number();
                start = millis();
                bare.pass(model.size());
                double limit = millis() - start;
                if (i >= 0) {
                    whole[i] = took;
                    over[i] = took - trained;
                    pipe[i] = limit;
                    ratio[i] = over[i] / limit;
                }
            }
        }
        print("train by the bridge, ms", whole);
        print("of it over the training, ms", over);
        print("limit: the bytes through a pipe, ms", pipe);
        print("over the training, of the limit", ratio);
    }

    private static void print(String what, double[] values) {
        Arrays.sort(values);
        System.out.printf(
                Locale.ROOT,
                "%-38s %8.2f  (%.2f to %.2f, 99 %% %.2f)%n",
                what,
                values[values.length / 2],
                values[values.length / 10],
                values[values.length * 9 / 10],
                values[values.length * 99 / 100]);
    }

    private double millis() {
        return stopwatch.elapsed().toNanos() / 1e6;
    }

    /** An interpreter that reads so many bytes and answers with so many others, and does nothing else. */
    private static final class Pipe implements AutoCloseable {

        private static final int THERE = 8 * ROWS * (COLUMNS + 1);
        private static final String PROGRAM = String.join(
                "\n",
                "import sys",
                "while True:",
                "    size = sys.stdin.buffer.read(4)",
                "    if len(size) < 4:",
                "        break",
                "    taken = bytearray(" + THERE + ")",
                "    sys.stdin.buffer.readinto(taken)",
                "    sys.stdout.buffer.write(bytes(int.from_bytes(size, 'big')))",
                "    sys.stdout.buffer.flush()");

        private final Process process;
        private final byte[] there = new byte[THERE];

        Pipe(String interpreter) throws IOException {
            process = new ProcessBuilder(interpreter, "-I", "-S", "-c", PROGRAM)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        }

        void pass(int back) throws IOException {
            OutputStream out = process.getOutputStream();
            out.write(new byte[] {(byte) (back >> 24), (byte) (back >> 16), (byte) (back >> 8), (byte) back});
            out.write(there);
            out.flush();
            new DataInputStream(process.getInputStream()).readFully(new byte[back]);
        }

        @Override
        public void close() {
            process.destroy();
        }
    }
}
