package io.trainyard.models.keras;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.util.function.UnaryOperator;

/** Keras's Dense: {@code activation(x · kernel + bias)} over the last axis. Keras's kernel is inputs by units, DJL's units by inputs. */
final class DenseBlock extends LayerBlock {

    private final int units;
    private final boolean bias;
    private final UnaryOperator<NDArray> activation;

    private DenseBlock(int units, boolean bias, UnaryOperator<NDArray> activation) {
        super("linear", Linear.builder().setUnits(units).optBias(bias).build());
        this.units = units;
        this.bias = bias;
        this.activation = activation;
    }

    static DenseBlock of(Options options) {
        options.passOver("kernel_initializer", "bias_initializer");
        options.leaveToTraining(
                "kernel_regularizer",
                "bias_regularizer",
                "activity_regularizer",
                "kernel_constraint",
                "bias_constraint");
        return new DenseBlock(options.count("units"), options.flag("use_bias", true), Activations.of(options));
    }

    @Override
    void take(LayerWeights weights, Shape input, NDManager manager) {
        int features = features(input);
        weights.holding("", bias ? 2 : 1);
        float[] kernel = weights.array("", 0, "kernel", features, units);
        set("weight", manager, transposed(kernel, features, units), units, features);
        if (bias) {
            set("bias", manager, weights.array("", 1, "bias", units), units);
        }
    }

    @Override
    Shape output(Shape input) {
        return input.slice(0, input.dimension() - 1).add(units);
    }

    @Override
    Shape inside(Shape input) {
        return input;
    }

    @Override
    NDArray before(NDArray input) {
        return input;
    }

    @Override
    NDArray after(NDArray output, NDArray input) {
        return activation.apply(output);
    }
}
