package io.trainyard.models.djl;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What AForge.Neuro is used for: a multi-layer perceptron of sigmoid units, taught by back-propagation with momentum. The task is XOR with noise: did two
 * days move in different directions? No straight line answers it.
 */
final class BackPropagationTest {

    private static final String PYTORCH = "PyTorch";
    private static final int DAYS = 400;

    private final float[] moves = new float[DAYS * 2];
    private final float[] apart = new float[DAYS];

    BackPropagationTest() {
        Random random = new Random(11);
        for (int day = 0; day < DAYS; day++) {
            moves[2 * day] = (float) random.nextGaussian();
            moves[2 * day + 1] = (float) random.nextGaussian();
            apart[day] = moves[2 * day] * moves[2 * day + 1] < 0 ? 1 : 0;
        }
    }

    @BeforeAll
    static void useOneThread() {
        System.setProperty("ai.djl.pytorch.num_threads", "1");
        System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
    }

    @Test
    void a_perceptron_of_sigmoid_units_learns_xor_and_reloads_to_the_same_bit() throws Exception {
        NetworkCodec codec = new NetworkCodec();
        try (Network network = taught()) {
            float[] said = predictions(network);

            assertThat(right(said)).isGreaterThan(0.95);
            try (Network again = codec.read(codec.write(network), codec.version())) {
                assertThat(predictions(again)).containsExactly(said);
            }
        }
    }

    private Network taught() throws Exception {
        Engine.getEngine(PYTORCH).setRandomSeed(3);
        Network network = Network.of(SigmoidNetwork.class, PYTORCH);
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(Tracker.fixed(0.5f))
                        .optMomentum(0.9f)
                        .build());
        try (NDManager manager = NDManager.newBaseManager(PYTORCH);
                Trainer trainer = network.model().newTrainer(config)) {
            ArrayDataset data = new ArrayDataset.Builder()
                    .setData(manager.create(moves).reshape(DAYS, 2))
                    .optLabels(manager.create(apart).reshape(DAYS, 1))
                    .setSampling(20, false)
                    .build();
            trainer.initialize(new Shape(20, 2));
            EasyTrain.fit(trainer, 60, data, null);
        }
        return network;
    }

    private float[] predictions(Network network) throws Exception {
        try (NDManager manager = NDManager.newBaseManager(PYTORCH);
                Predictor<NDList, NDList> predictor = network.model().newPredictor(new NoopTranslator())) {
            NDArray x = manager.create(moves).reshape(DAYS, 2);
            NDList said = predictor.predict(new NDList(x));
            said.attach(manager);
            return said.singletonOrThrow().toFloatArray();
        }
    }

    private double right(float[] said) {
        int right = 0;
        for (int day = 0; day < DAYS; day++) {
            right += said[day] > 0.5f == apart[day] > 0.5f ? 1 : 0;
        }
        return right / (double) DAYS;
    }
}
