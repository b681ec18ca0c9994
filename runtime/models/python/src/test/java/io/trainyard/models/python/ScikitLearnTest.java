package io.trainyard.models.python;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** scikit-learn itself, where an interpreter has it. */
final class ScikitLearnTest {

    private static final PythonScript RIDGE =
            PythonScript.resource(ScikitLearnTest.class, "ridge.py").requires("sklearn.linear_model", "numpy");

    @TempDir
    Path folder;

    @Test
    void trains_alike_twice_and_predicts_to_the_same_bit_after_a_restart() throws Exception {
        PythonEnvironment environment =
                Pythons.with("sklearn", "numpy").pickling(Pickling.signed(folder.resolve("key"), "sklearn", "numpy"));
        PythonInput data = data();
        PythonModel model;
        double[] forecasts;
        try (PythonBridge python = PythonBridge.open(RIDGE, environment)) {
            model = python.train(data.number("alpha", 0.5));
            forecasts = python.call("predict", model, x()).vector();
            assertThat(python.train(data.number("alpha", 0.5))).isEqualTo(model);

            PythonOutput weights = python.call("weights", model, PythonInput.empty());
            assertThat(weights.vector("coefficients")[0]).isCloseTo(2, within(0.01));
            assertThat(weights.number("intercept")).isCloseTo(1, within(0.01));
        }

        PythonModelCodec codec = new PythonModelCodec();
        PythonModel stored = codec.read(codec.write(model), codec.version());

        try (PythonBridge later = PythonBridge.open(RIDGE, environment)) {
            assertThat(later.call("predict", stored, x()).vector()).isEqualTo(forecasts);
        }
        assertThat(stored.versions()).containsKeys("sklearn", "numpy");
    }

    private static PythonInput data() {
        Random random = new Random(1);
        double[][] x = new double[1000][3];
        double[] y = new double[x.length];
        for (int row = 0; row < x.length; row++) {
            for (int column = 0; column < 3; column++) {
                x[row][column] = random.nextGaussian();
            }
            y[row] = 1 + 2 * x[row][0] - x[row][1] + 0.01 * random.nextGaussian();
        }
        return PythonInput.empty().matrix("x", x).vector("y", y);
    }

    private static PythonInput x() {
        return PythonInput.empty().matrix("x", new double[][] {{1, 2, 3}, {-1, 0.5, 0}});
    }
}
