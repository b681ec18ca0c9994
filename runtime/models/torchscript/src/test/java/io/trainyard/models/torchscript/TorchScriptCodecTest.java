package io.trainyard.models.torchscript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.NoopTranslator;
import io.trainyard.store.ModelCodecContract;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small network that comes in a file and is trained on, on one thread. */
final class TorchScriptCodecTest extends ModelCodecContract<TorchScript> {

    private static final String PYTORCH = "PyTorch";

    @BeforeAll
    static void useOneThread() {
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    @Override
    protected Class<TorchScript> type() {
        return TorchScript.class;
    }

    @Override
    protected String id() {
        return "torchscript";
    }

    @Override
    protected TorchScript train() throws Exception {
        TorchScript network = TorchScript.of(ScriptedNetwork.of(8));
        fit(network, 3);
        return network;
    }

    @Override
    protected Optional<TorchScript> trainOn(TorchScript network) throws Exception {
        fit(network, 1);
        return Optional.of(network);
    }

    private static void fit(TorchScript network, int epochs) throws Exception {
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(0.05f))
                        .build());
        try (NDManager manager = NDManager.newBaseManager(PYTORCH)) {
            NDArray x = manager.create(rows(200)).reshape(200, 2);
            NDArray y = x.get(":,0").mul(x.get(":,1")).reshape(200, 1);
            ArrayDataset data = new ArrayDataset.Builder()
                    .setData(x)
                    .optLabels(y)
                    .setSampling(20, false)
                    .build();
            network.train(config, trainer -> {
                trainer.initialize(new Shape(20, 2));
                EasyTrain.fit(trainer, epochs, data, null);
            });
        }
    }

    private static float[] rows(int count) {
        float[] values = new float[count * 2];
        for (int i = 0; i < values.length; i++) {
            values[i] = (i * 37 % 101 - 50) / 25f;
        }
        return values;
    }

    @Override
    protected double[] predict(TorchScript network) throws Exception {
        try (NDManager manager = NDManager.newBaseManager(PYTORCH);
                Predictor<NDList, NDList> predictor = network.model().newPredictor(new NoopTranslator())) {
            NDArray x = manager.create(rows(30)).reshape(30, 2);
            NDList said = predictor.predict(new NDList(x));
            said.attach(manager);
            float[] values = said.singletonOrThrow().toFloatArray();
            double[] predictions = new double[values.length];
            for (int i = 0; i < values.length; i++) {
                predictions[i] = values[i];
            }
            return predictions;
        }
    }

    @Test
    void says_what_its_code_says() throws Exception {
        try (TorchScript network = TorchScript.of(ScriptedNetwork.of(1))) {
            double[] said = predict(network);

            double hidden = Math.tanh(-1 * (-50 / 25f) * 0.8 + (-13 / 25f) * ((29 % 17 - 8) / 10f) - 0.1);
            assertThat(said[0]).isCloseTo(hidden * 0.6 + (21 % 17 - 8) / 10f, within(1e-5));
        }
    }

    @Test
    void training_changes_the_parameters_in_the_file() throws Exception {
        try (TorchScript network = TorchScript.of(ScriptedNetwork.of(8));
                TorchScript again = TorchScript.of(network.file())) {
            double[] before = predict(network);
            assertThat(predict(again)).containsExactly(before);

            fit(network, 1);

            assertThat(predict(network)).isNotEqualTo(before);
            try (TorchScript trained = TorchScript.of(network.file())) {
                assertThat(predict(trained)).containsExactly(predict(network));
            }
        }
    }

    @Test
    void refuses_bytes_that_are_no_network() {
        assertThatThrownBy(() -> TorchScript.of(new byte[] {1, 2, 3}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no TorchScript");
    }
}
