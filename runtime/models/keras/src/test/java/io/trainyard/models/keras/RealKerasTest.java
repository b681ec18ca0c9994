package io.trainyard.models.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that real Keras wrote, beside what real Keras predicts of them. */
final class RealKerasTest {

    /** Keras and PyTorch add up 32-bit floats in another order. */
    private static final double TOLERANCE = 2e-6;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dense305",
                "recurrent305",
                "gru",
                "lstm",
                "convolutions",
                "open_steps",
                "normalized",
                "activations",
                "branches",
                "step_recurrent",
                "step_convolution",
                "step_normalized"
            })
    void predicts_what_keras_predicts(String name) throws Exception {
        Golden golden = Golden.of(name);

        try (KerasNetwork network = golden.network()) {
            assertAlike(golden.predictedBy(network), golden.expected("outputs"), TOLERANCE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"step_recurrent", "step_convolution"})
    void trains_as_keras_trains_and_leaves_frozen_layers_alone_also_after_a_reload(String name) throws Exception {
        Golden golden = Golden.of(name);

        try (KerasNetwork read = golden.network();
                KerasNetwork network = read.copy()) {
            step(golden, network);

            assertAlike(golden.predictedBy(network), golden.expected("after"), TOLERANCE);
        }
    }

    /** The one difference: PyTorch takes a batch's variance over n - 1 into the moving one, a 15th of a 100th more for 16 rows. */
    @Test
    void trains_normalization_as_keras_but_for_the_moving_variance() throws Exception {
        Golden golden = Golden.of("step_normalized");

        try (KerasNetwork network = golden.network()) {
            step(golden, network);

            assertAlike(golden.predictedBy(network), golden.expected("after"), 2e-3);
        }
    }

    @Test
    void a_copy_is_alike_and_trains_alone() throws Exception {
        Golden golden = Golden.of("step_recurrent");

        try (KerasNetwork network = golden.network();
                KerasNetwork copy = network.copy()) {
            List<double[]> before = golden.predictedBy(network);
            assertThat(golden.predictedBy(copy).get(0)).isEqualTo(before.get(0));

            step(golden, copy);

            assertThat(golden.predictedBy(copy).get(0)).isNotEqualTo(before.get(0));
            assertThat(golden.predictedBy(network).get(0)).isEqualTo(before.get(0));
        }
    }

    @Test
    void memory_of_a_closed_network_is_free() throws Exception {
        KerasNetwork network = Golden.of("dense305").network();
        var weights = network.layer("dense").getParameters().get(0).getValue().getArray();

        new KerasNetworkCodec().close(network);

        assertThat(weights.isReleased()).isTrue();
    }

    @Test
    void tells_who_wrote_it_and_finds_layers_by_name() throws Exception {
        try (KerasNetwork network = Golden.of("dense305").network()) {
            assertThat(network.version()).isEqualTo("3.0.5");
            assertThat(network.layer("dense_1").getParameters().size()).isEqualTo(2);
            assertThat(network.config()).contains("binary_crossentropy");
        }
    }

    /** One batch of gradient descent at a rate of 0.1 over the mean squared error. */
    private static void step(Golden golden, KerasNetwork network) throws Exception {
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss("mse", 1))
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(0.1f))
                        .build());
        try (NDManager manager = NDManager.newBaseManager(Golden.PYTORCH);
                Trainer trainer = network.model().newTrainer(config)) {
            var inputs = golden.arrays("inputs", manager);
            Shape shape = inputs.get(0).getShape();
            trainer.initialize(shape);
            EasyTrain.fit(
                    trainer,
                    1,
                    new ArrayDataset.Builder()
                            .setData(inputs.get(0))
                            .optLabels(golden.arrays("labels", manager).get(0))
                            .setSampling(Math.toIntExact(shape.get(0)), false)
                            .build(),
                    null);
        }
    }

    private static void assertAlike(List<double[]> predicted, List<double[]> expected, double tolerance) {
        assertThat(predicted).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Arrays.stream(expected.get(i)).distinct().count()).isGreaterThan(1);
            assertThat(predicted.get(i)).hasSameSizeAs(expected.get(i));
            for (int j = 0; j < expected.get(i).length; j++) {
                assertThat(predicted.get(i)[j])
                        .as("output %d, number %d", i, j)
                        .isCloseTo(expected.get(i)[j], offset(tolerance));
            }
        }
    }
}
