package io.trainyard.models.keras;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv1d;
import java.util.function.UnaryOperator;

/**
 * Keras's Conv1D over steps by channels. DJL has channels by steps: axes are swapped around it, and the kernel (size, channels, filters)
 * becomes (filters, channels, size). Padding is Keras's: with {@code same} as many steps come out as there are strides, begun or
 * whole, and an odd zero goes to the end; {@code causal} puts all zeros before the first step.
 */
final class ConvolutionBlock extends LayerBlock {

    private enum Padding {
        VALID,
        SAME,
        CAUSAL
    }

    private final int filters;
    private final int size;
    private final int stride;
    private final int groups;
    private final boolean bias;
    private final Padding padding;
    private final int reach;
    private final UnaryOperator<NDArray> activation;

    private ConvolutionBlock(Conv1d inner, int stride, Padding padding, UnaryOperator<NDArray> activation) {
        super("conv1d", inner);
        this.filters = inner.getFilters();
        this.size = Math.toIntExact(inner.getKernelShape().get(0));
        this.stride = stride;
        this.groups = inner.getGroups();
        this.bias = inner.isIncludeBias();
        this.padding = padding;
        this.reach = Math.toIntExact(inner.getDilation().get(0)) * (size - 1);
        this.activation = activation;
    }

    static ConvolutionBlock of(Options options) {
        options.passOver("kernel_initializer", "bias_initializer");
        options.leaveToTraining(
                "kernel_regularizer",
                "bias_regularizer",
                "activity_regularizer",
                "kernel_constraint",
                "bias_constraint");
        options.only("data_format", "channels_last", "data_format=\"channels_last\", Keras's default");
        int stride = options.count("strides", 1);
        Conv1d inner = Conv1d.builder()
                .setFilters(options.count("filters"))
                .setKernelShape(new Shape(options.count("kernel_size")))
                .optStride(new Shape(stride))
                .optDilation(new Shape(options.count("dilation_rate", 1)))
                .optGroups(options.count("groups", 1))
                .optBias(options.flag("use_bias", true))
                .build();
        return new ConvolutionBlock(inner, stride, padding(options), Activations.of(options));
    }

    private static Padding padding(Options options) {
        String word = options.word("padding", "valid");
        return switch (word) {
            case "valid" -> Padding.VALID;
            case "same" -> Padding.SAME;
            case "causal" -> Padding.CAUSAL;
            default ->
                throw options.refused(
                        "padding",
                        "\"" + word + "\"",
                        "Keras has no such padding",
                        "one of \"valid\", \"same\" and \"causal\"");
        };
    }

    @Override
    void take(LayerWeights weights, Shape input, NDManager manager) {
        int channels = features(input) / groups;
        weights.holding("", bias ? 2 : 1);
        float[] kernel = weights.array("", 0, "kernel", size, channels, filters);
        // (size, channels, filters) to (filters, size, channels) to (filters, channels, size)
        float[] turned = transposed(kernel, size * channels, filters);
        float[] weight = new float[turned.length];
        for (int filter = 0; filter < filters; filter++) {
            int at = filter * size * channels;
            for (int step = 0; step < size; step++) {
                for (int channel = 0; channel < channels; channel++) {
                    weight[at + channel * size + step] = turned[at + step * channels + channel];
                }
            }
        }
        set("weight", manager, weight, filters, channels, size);
        if (bias) {
            set("bias", manager, weights.array("", 1, "bias", filters), filters);
        }
    }

    @Override
    Shape output(Shape input) {
        long steps = input.get(1);
        return new Shape(
                input.get(0),
                steps < 0 ? steps : (steps + before(steps) + after(steps) - reach - 1) / stride + 1,
                filters);
    }

    @Override
    Shape inside(Shape input) {
        return new Shape(input.get(0), input.get(2), input.get(1));
    }

    @Override
    NDArray before(NDArray input) {
        long steps = input.getShape().get(1);
        NDArray turned = input.transpose(0, 2, 1);
        long before = before(steps);
        long after = after(steps);
        return before + after == 0 ? turned : turned.pad(new Shape(before, after), 0);
    }

    /** Zeros before the first step. */
    private long before(long steps) {
        return switch (padding) {
            case VALID -> 0;
            case SAME -> zeros(steps) / 2;
            case CAUSAL -> reach;
        };
    }

    /** Zeros after the last step. */
    private long after(long steps) {
        return padding == Padding.SAME ? zeros(steps) - zeros(steps) / 2 : 0;
    }

    private long zeros(long steps) {
        long out = (steps + stride - 1) / stride;
        return Math.max(0, (out - 1) * stride + reach + 1 - steps);
    }

    @Override
    NDArray after(NDArray output, NDArray input) {
        return activation.apply(output.transpose(0, 2, 1));
    }
}
