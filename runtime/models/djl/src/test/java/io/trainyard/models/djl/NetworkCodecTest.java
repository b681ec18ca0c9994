package io.trainyard.models.djl;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.NoopTranslator;
import io.trainyard.store.ModelCodecContract;
import io.trainyard.store.ModelEnvelope;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A small network on PyTorch, on one thread. */
final class NetworkCodecTest extends ModelCodecContract<Network> {

    private static final String PYTORCH = "PyTorch";

    @BeforeAll
    static void useOneThread() {
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    @Override
    protected Class<Network> type() {
        return Network.class;
    }

    @Override
    protected String id() {
        return "djl";
    }

    @Override
    protected Network train() throws Exception {
        Engine.getEngine(PYTORCH).setRandomSeed(5);
        Network network = Network.of(SmallNetwork.class, PYTORCH);
        fit(network, 3);
        return network;
    }

    @Override
    protected Optional<Network> trainOn(Network network) throws Exception {
        Engine.getEngine(PYTORCH).setRandomSeed(6);
        fit(network, 1);
        return Optional.of(network);
    }

    private static void fit(Network network, int epochs) throws Exception {
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(0.05f))
                        .build());
        try (NDManager manager = NDManager.newBaseManager(PYTORCH);
                Trainer trainer = network.model().newTrainer(config)) {
            NDArray x = manager.create(rows(200)).reshape(200, 2);
            NDArray y = x.get(":,0").mul(x.get(":,1")).reshape(200, 1);
            ArrayDataset data = new ArrayDataset.Builder()
                    .setData(x)
                    .optLabels(y)
                    .setSampling(20, false)
                    .build();
            // also makes parameters that were read trainable again
            trainer.initialize(new Shape(20, 2));
            EasyTrain.fit(trainer, epochs, data, null);
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
    protected double[] predict(Network network) throws Exception {
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
    void builds_no_class_that_is_no_architecture() {
        byte[] bytes = new ModelEnvelope("djl", String.class.getName(), new byte[] {0, 0}).toBytes();

        assertThatThrownBy(() -> new NetworkCodec().read(bytes, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("java.lang.String, which is no Architecture on the class path");
    }
}
