package io.trainyard.samples.pytorchnetwork;

import ai.djl.engine.Engine;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.translate.NoopTranslator;
import ai.djl.translate.TranslateException;
import io.trainyard.models.djl.Architecture;
import io.trainyard.models.djl.Network;
import io.trainyard.models.djl.OneCycle;
import io.trainyard.training.Training;

/** A network that says from one move what the next one will be: one input, ten units that rectify, one output. */
final class NextMove implements Architecture {

    private static final String PYTORCH = "PyTorch";
    private static final int SEED = 7;
    private static final int STEPS = 200;

    @Override
    public Block block() {
        return new SequentialBlock()
                .add(Linear.builder().setUnits(10).build())
                .add(Activation::relu)
                .add(Linear.builder().setUnits(1).build());
    }

    /** Trained to follow each of the moves with the next one; the same moves give the same network. */
    static Network fit(Moves moves, Training training) {
        Network network = Network.of(NextMove.class, PYTORCH);
        Engine.getEngine(PYTORCH).setRandomSeed(SEED); // parameters are drawn when a trainer is initialized
        boolean trained = false;
        try {
            fit(network, moves.scaled(), training);
            trained = true;
            return network;
        } finally {
            if (!trained) {
                network.close();
            }
        }
    }

    private static void fit(Network network, double[] moves, Training training) {
        int samples = moves.length - 1;
        DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.l2Loss())
                .optOptimizer(Optimizer.sgd()
                        .setLearningRateTracker(new OneCycle(0.2f, STEPS))
                        .build());
        try (Trainer trainer = network.model().newTrainer(config);
                NDManager manager = trainer.getManager().newSubManager()) {
            NDArray all = manager.create(floats(moves)).reshape(samples + 1, 1);
            NDList x = new NDList(all.get(":" + samples));
            NDArray y = all.get("1:");
            NDArray half = manager.full(new Shape(), 0.5f);
            trainer.initialize(new Shape(samples, 1));
            double loss = Double.NaN;
            for (int step = 0; step < STEPS; step++) {
                training.checkpoint(); // a training over its limit ends here
                loss = step(trainer, x, y, half);
            }
            training.metric("half squared error", loss);
        }
    }

    /** Half the mean squared error, as DJL's L2 loss; that multiplies by a number whose memory may be freed before the gradients are reckoned. */
    private static double step(Trainer trainer, NDList x, NDArray y, NDArray half) {
        try (GradientCollector gradients = trainer.newGradientCollector();
                NDList said = trainer.forward(x);
                NDArray loss = y.sub(said.singletonOrThrow()).square().mul(half).mean()) {
            gradients.backward(loss);
            trainer.step();
            return loss.getFloat();
        }
    }

    /** What a network expects after a move. */
    static double after(double move, Network network) {
        try (NDManager manager = NDManager.newBaseManager(PYTORCH);
                Predictor<NDList, NDList> predictor = network.model().newPredictor(new NoopTranslator())) {
            NDList said = predictor.predict(
                    new NDList(manager.create(new float[] {(float) move}).reshape(1, 1)));
            said.attach(manager);
            return said.singletonOrThrow().getFloat(0, 0);
        } catch (TranslateException e) {
            throw new IllegalStateException("the network cannot be asked", e);
        }
    }

    private static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }
}
