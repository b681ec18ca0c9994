package io.trainyard.models.keras;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.EasyTrain;
import ai.djl.training.Trainer;
import ai.djl.training.dataset.ArrayDataset;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import io.trainyard.store.ModelCodecContract;
import java.util.Optional;

/** A recurrent network out of a file, trained on with PyTorch, on one thread. */
final class KerasNetworkCodecTest extends ModelCodecContract<KerasNetwork> {

    @Override
    protected Class<KerasNetwork> type() {
        return KerasNetwork.class;
    }

    @Override
    protected String id() {
        return "keras";
    }

    @Override
    protected KerasNetwork train() throws Exception {
        KerasNetwork network = golden().network();
        fit(network, 2);
        return network;
    }

    @Override
    protected Optional<KerasNetwork> trainOn(KerasNetwork network) throws Exception {
        fit(network, 1);
        return Optional.of(network);
    }

    @Override
    protected double[] predict(KerasNetwork network) throws Exception {
        return golden().predictedBy(network).get(0);
    }

    private static Golden golden() throws Exception {
        return Golden.of("step_recurrent");
    }

    private static void fit(KerasNetwork network, int epochs) throws Exception {
        Engine.getEngine(Golden.PYTORCH).setRandomSeed(5);
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(Optimizer.adam()
                        .optLearningRateTracker(Tracker.fixed(0.01f))
                        .build());
        try (NDManager manager = NDManager.newBaseManager(Golden.PYTORCH);
                Trainer trainer = network.model().newTrainer(config)) {
            var inputs = golden().arrays("inputs", manager);
            // also makes parameters that were read trainable again
            trainer.initialize(inputs.get(0).getShape());
            EasyTrain.fit(
                    trainer,
                    epochs,
                    new ArrayDataset.Builder()
                            .setData(inputs.get(0))
                            .optLabels(golden().arrays("labels", manager).get(0))
                            .setSampling(4, false)
                            .build(),
                    null);
        }
    }
}
