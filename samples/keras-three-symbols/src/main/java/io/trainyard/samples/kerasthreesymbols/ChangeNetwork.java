package io.trainyard.samples.kerasthreesymbols;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.dataset.Batch;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import ai.djl.translate.NoopTranslator;
import io.trainyard.models.keras.KerasNetwork;
import io.trainyard.training.Training;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/**
 * The network of {@code start.keras}, five changes in and the next one out, trained in DJL. Every training starts from the file, whose
 * weights real Keras drew with a seed, and takes the rows in their order: the same changes give the same bits.
 */
final class ChangeNetwork {

    private static final String ENGINE = "PyTorch";
    private static final int QUARTER = 60;
    private static final int EPOCHS = 10;
    private static final int BATCH = 25;
    private static final float RATE = 0.005f;

    static {
        // nothing is fetched at run time
        preset("ai.djl.offline", "true");
        preset("OPT_OUT_TRACKING", "true");
    }

    private ChangeNetwork() {}

    private static void preset(String property, String value) {
        System.setProperty(property, System.getProperty(property, value));
    }

    /**
     * A network that is trained on changes.
     *
     * @throws IllegalStateException if there are fewer than a quarter's
     */
    static KerasNetwork fit(float[] changes, Training training) throws Exception {
        if (changes.length < QUARTER) {
            throw new IllegalStateException(changes.length + " changes are known, and " + QUARTER
                    + " are wanted: begin with --from a later day");
        }
        KerasNetwork network = start();
        boolean trained = false;
        try {
            train(network, changes, training);
            trained = true;
            return network;
        } finally {
            if (!trained) {
                network.close();
            }
        }
    }

    /** The network before any training. */
    static KerasNetwork start() throws IOException {
        try (InputStream file = Objects.requireNonNull(ChangeNetwork.class.getResourceAsStream("start.keras"))) {
            return KerasNetwork.read(file, ENGINE);
        }
    }

    private static void train(KerasNetwork network, float[] changes, Training training) throws Exception {
        DefaultTrainingConfig config = new DefaultTrainingConfig(new HalfSquaredError())
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(RATE))
                        .build());
        float[] labels = Changes.labels(changes);
        try (NDManager manager = NDManager.newBaseManager(ENGINE);
                Trainer trainer = network.model().newTrainer(config)) {
            trainer.initialize(new Shape(BATCH, Changes.WEEK));
            ArrayDataset rows = new ArrayDataset.Builder()
                    .setData(manager.create(Changes.weeks(changes), new Shape(labels.length, Changes.WEEK)))
                    .optLabels(manager.create(labels, new Shape(labels.length, 1)))
                    .setSampling(BATCH, false)
                    .build();
            for (int epoch = 0; epoch < EPOCHS; epoch++) {
                training.checkpoint(); // a training over its limit ends here
                for (Batch batch : trainer.iterateDataset(rows)) {
                    EasyTrain.trainBatch(trainer, batch);
                    trainer.step();
                    batch.close();
                }
            }
        }
    }

    /** The change that the network expects after these five, in percent. */
    static double next(KerasNetwork network, float... week) throws Exception {
        try (NDManager manager = NDManager.newBaseManager(ENGINE);
                Predictor<NDList, NDList> predictor = network.model().newPredictor(new NoopTranslator())) {
            NDList said = predictor.predict(new NDList(manager.create(week, new Shape(1, week.length))));
            said.attach(manager);
            return said.singletonOrThrow().getFloat(0, 0);
        }
    }
}
