package io.trainyard.models.python;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DEAP itself, where an interpreter has it: a search by an evolutionary algorithm, whose model is the best individual. */
final class DeapTest {

    private static final PythonScript ONE_MAX =
            PythonScript.resource(DeapTest.class, "onemax.py").requires("deap");

    @Test
    void searches_alike_twice_and_is_the_same_after_a_restart() throws Exception {
        PythonEnvironment environment = Pythons.with("deap");
        PythonInput search = PythonInput.empty().whole("genes", 40).whole("seed", 7);
        PythonModel model;
        try (PythonBridge python = PythonBridge.open(ONE_MAX, environment)) {
            model = python.train(search);
            assertThat(python.train(search)).isEqualTo(model);
            assertThat(python.call("fitness", model, PythonInput.empty()).number())
                    .isBetween(35.0, 40.0);
        }

        PythonModelCodec codec = new PythonModelCodec();
        PythonModel stored = codec.read(codec.write(model), codec.version());

        try (PythonBridge later = PythonBridge.open(ONE_MAX, environment)) {
            assertThat(later.call("fitness", stored, PythonInput.empty()).number())
                    .isGreaterThanOrEqualTo(35.0);
        }
        assertThat(stored).isEqualTo(model);
        assertThat(stored.versions()).containsKey("deap");
    }
}
