package io.trainyard.models.keras;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.norm.BatchNorm;
import java.util.Arrays;

/**
 * Keras's BatchNormalization over the last axis. In a training the moving variance takes in PyTorch's estimate of a batch's variance,
 * which divides by n - 1 where Keras divides by n.
 */
final class NormalizationBlock extends LayerBlock {

    private final boolean scale;
    private final boolean center;
    private final boolean trains;

    private NormalizationBlock(BatchNorm inner, boolean scale, boolean center, boolean trains) {
        super("batchNorm", inner);
        this.scale = scale;
        this.center = center;
        this.trains = trains;
    }

    static NormalizationBlock of(Options options, boolean trains) {
        options.only("axis", -1, "axis=-1, Keras's default");
        options.only("renorm", false, "renorm=False, Keras's default");
        options.only("synchronized", false, "synchronized=False, Keras's default");
        options.passOver("renorm_clipping", "renorm_momentum");
        options.passOver(
                "beta_initializer", "gamma_initializer", "moving_mean_initializer", "moving_variance_initializer");
        options.leaveToTraining("beta_regularizer", "gamma_regularizer", "beta_constraint", "gamma_constraint");
        boolean scale = options.flag("scale", true);
        boolean center = options.flag("center", true);
        BatchNorm.BaseBuilder<?> inner = BatchNorm.builder()
                .optScale(scale)
                .optCenter(center)
                .optEpsilon((float) options.number("epsilon", 1e-3))
                .optMomentum((float) options.number("momentum", 0.99));
        return new NormalizationBlock(inner.build(), scale, center, trains);
    }

    @Override
    void take(LayerWeights weights, Shape input, NDManager manager) {
        int features = features(input);
        weights.holding("", 2 + (scale ? 1 : 0) + (center ? 1 : 0));
        int number = 0;
        float[] ones = new float[features];
        Arrays.fill(ones, 1);
        set("gamma", manager, scale ? weights.array("", number++, "gamma", features) : ones, features);
        set("beta", manager, center ? weights.array("", number++, "beta", features) : new float[features], features);
        set("runningMean", manager, weights.array("", number++, "moving_mean", features), features);
        set("runningVar", manager, weights.array("", number, "moving_variance", features), features);
    }

    @Override
    Shape output(Shape input) {
        return input;
    }

    /** Rows by features: what is before the last axis counts as rows. */
    @Override
    Shape inside(Shape input) {
        return new Shape(-1, features(input));
    }

    @Override
    NDArray before(NDArray input) {
        return input.reshape(-1, features(input.getShape()));
    }

    @Override
    NDArray after(NDArray output, NDArray input) {
        return output.reshape(input.getShape());
    }

    /** A layer that is not to be trained keeps to its moving mean and variance, as in Keras. */
    @Override
    boolean training(boolean training) {
        return training && trains;
    }
}
