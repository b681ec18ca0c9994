package io.trainyard.samples.scikitregression;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.trainyard.market.data.SampleBars;
import io.trainyard.models.python.PythonBridge;
import io.trainyard.models.python.PythonEnvironment;
import io.trainyard.models.python.PythonInput;
import io.trainyard.models.python.PythonModel;
import io.trainyard.models.python.PythonScript;
import io.trainyard.testkit.Replace;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tribuo.regression.slm.SparseLinearModel;

/** Where an interpreter has scikit-learn; tests say that they were skipped where none has. */
@StrategyTest(ScikitPython.class)
final class ScikitPythonTest {

    @Replace
    PythonBridge python;

    private static PythonEnvironment environment;
    private static PythonBridge first;

    @BeforeAll
    static void open() {
        environment = Stream.of(PythonEnvironment.standard().interpreter(), "/usr/bin/python3")
                .filter(ScikitPythonTest::hasScikitLearn)
                .findFirst()
                .map(PythonEnvironment::of)
                .orElse(null);
        assumeTrue(
                environment != null, "skipped: no Python here has sklearn; name one that does with TRAINYARD_PYTHON");
        first = PythonBridge.open(PythonModule.SCRIPT, environment);
    }

    @AfterAll
    static void close() {
        if (first != null) {
            first.close();
        }
    }

    @BeforeEach
    void lend() {
        python = first;
    }

    @Test
    void both_routes_predict_the_same_and_trade_alike(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-31T17:00");
        StrategyDriver jvm = StrategyDriver.of(ScikitJvm.class).build();
        jvm.market(new SampleBars()).advanceTo("2013-12-31T17:00");

        assertThat(driver).failed("fit").times(15).trained("fit").times(38);
        PythonModel sklearn = driver.strategy(ScikitPython.class).model;
        SparseLinearModel tribuo = jvm.strategy(ScikitJvm.class).model;
        double[][] rows = Lags.of(driver.parts().history().closes("AAPL", 504)).rows();
        double[] forecasts = predict(python, sklearn, rows);
        for (int i = 0; i < rows.length; i++) {
            assertThat(LeastSquares.predict(tribuo, rows[i])).isCloseTo(forecasts[i], within(1e-6));
        }
        assertThat(driver.fills()).isNotEmpty().isEqualTo(jvm.fills());
    }

    @Test
    void a_second_host_restores_the_model_and_predicts_the_same_bits(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        double[][] rows = Lags.of(driver.parts().history().closes("AAPL", 504)).rows();
        PythonModel trained = driver.strategy(ScikitPython.class).model;
        double[] forecasts = predict(python, trained, rows);

        try (PythonBridge other = PythonBridge.open(PythonModule.SCRIPT, environment)) {
            python = other;
            driver.fail("fit", new IllegalStateException("not this time")).restart();
            PythonModel restored = driver.strategy(ScikitPython.class).model;
            assertThat(restored).isNotSameAs(trained).isEqualTo(trained);
            assertThat(predict(other, restored, rows)).isEqualTo(forecasts);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"import os; os._exit(3)", "while True: pass"})
    void the_old_model_serves_on_when_python_dies_or_hangs(String fault) {
        StrategyDriver driver = StrategyDriver.of(ScikitPython.class)
                .with(PythonBridge.class, python)
                .build();
        driver.market(new SampleBars()).advanceTo("2013-12-15T12:00");
        PythonModel trained = driver.strategy(ScikitPython.class).model;
        String script = PythonModule.SCRIPT.source() + "\n\ndef train(x, y):\n    " + fault + "\n";
        try (PythonBridge faulty = PythonBridge.open(
                new PythonScript("faulty.py", script, List.of()), environment.patience(Duration.ofSeconds(3)))) {
            StrategyDriver second = StrategyDriver.of(ScikitPython.class)
                    .with(PythonBridge.class, faulty)
                    .store(driver.store())
                    .startingAt("2013-12-15T12:00")
                    .build();
            second.market(new SampleBars()).advanceTo("2013-12-20T17:00");

            assertThat(second).failed("fit").isModelReady();
            assertThat(second.strategy(ScikitPython.class).model).isEqualTo(trained);
        }
    }

    private static double[] predict(PythonBridge python, PythonModel model, double[][] rows) {
        return python.call("predict", model, PythonInput.empty().matrix("x", rows))
                .vector();
    }

    private static boolean hasScikitLearn(String interpreter) {
        try {
            return new ProcessBuilder(interpreter, "-c", "import sklearn, numpy")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
