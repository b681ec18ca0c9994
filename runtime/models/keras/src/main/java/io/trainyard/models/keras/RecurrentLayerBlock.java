package io.trainyard.models.keras;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RecurrentBlock;

/**
 * Keras's LSTM and GRU (with {@code reset_after}, its default), from the state of zeros.
 *
 * <p>Gates: LSTM has input, forget, cell, output in both libraries; GRU has update, reset, candidate in Keras and reset, update,
 * candidate in PyTorch, whose equations DJL has. An LSTM of PyTorch has two biases that are added up: the second one stays zero and
 * is not trained, so that the network trains on as Keras's does, which has one.
 */
final class RecurrentLayerBlock extends LayerBlock {

    private static final int[] LSTM_GATES = {0, 1, 2, 3};
    private static final int[] GRU_GATES = {1, 0, 2};
    private static final String CELL = "/cell";
    private static final String SECOND_BIAS = "l_0_h2h_BIAS";

    private final int units;
    private final boolean bias;
    private final boolean sequences;
    private final boolean backwards;
    private final int[] gates;

    private RecurrentLayerBlock(RecurrentBlock inner, int units, boolean bias, Options options, int... gates) {
        super("recurrent", inner);
        this.units = units;
        this.bias = bias;
        this.sequences = options.flag("return_sequences", false);
        this.backwards = options.flag("go_backwards", false);
        this.gates = gates;
    }

    static RecurrentLayerBlock lstm(Options options) {
        common(options);
        options.passOver("unit_forget_bias");
        int units = options.count("units");
        boolean bias = options.flag("use_bias", true);
        LSTM inner = LSTM.builder()
                .setStateSize(units)
                .setNumLayers(1)
                .optHasBiases(bias)
                .build();
        if (bias) {
            inner.getParameters().get(SECOND_BIAS).freeze(true);
        }
        return new RecurrentLayerBlock(inner, units, bias, options, LSTM_GATES);
    }

    static RecurrentLayerBlock gru(Options options) {
        common(options);
        options.only("reset_after", true, "GRU(..., reset_after=True), Keras's default, and train the model again");
        int units = options.count("units");
        boolean bias = options.flag("use_bias", true);
        GRU inner = GRU.builder()
                .setStateSize(units)
                .setNumLayers(1)
                .optHasBiases(bias)
                .build();
        return new RecurrentLayerBlock(inner, units, bias, options, GRU_GATES);
    }

    private static void common(Options options) {
        options.only("activation", "tanh", "use the default, activation=\"tanh\"");
        options.only("recurrent_activation", "sigmoid", "use the default, recurrent_activation=\"sigmoid\"");
        options.only("return_state", false, "a network that gives its output only");
        options.only("stateful", false, "stateful=False, and give it whole sequences");
        options.only("dropout", 0, "a Dropout layer before this one");
        options.only("recurrent_dropout", 0, "a Dropout layer before this one");
        // unrolling computes the same; there are no masks here; the seed is dropout's
        options.passOver("unroll", "zero_output_for_mask", "seed", "implementation");
        options.passOver("kernel_initializer", "recurrent_initializer", "bias_initializer");
        options.leaveToTraining(
                "kernel_regularizer", "recurrent_regularizer", "bias_regularizer", "activity_regularizer");
        options.leaveToTraining("kernel_constraint", "recurrent_constraint", "bias_constraint");
    }

    @Override
    void take(LayerWeights weights, Shape input, NDManager manager) {
        int features = features(input);
        int all = gates.length * units;
        weights.holding("", 0).holding(CELL, bias ? 3 : 2);
        float[] kernel = weights.array(CELL, 0, "kernel", features, all);
        float[] recurrent = weights.array(CELL, 1, "recurrent_kernel", units, all);
        set("l_0_i2h_WEIGHT", manager, ordered(transposed(kernel, features, all)), all, features);
        set("l_0_h2h_WEIGHT", manager, ordered(transposed(recurrent, units, all)), all, units);
        if (bias && gates == LSTM_GATES) {
            set("l_0_i2h_BIAS", manager, weights.array(CELL, 2, "bias", all), all);
            set(SECOND_BIAS, manager, new float[all], all);
        } else if (bias) {
            float[] both = weights.array(CELL, 2, "bias", 2, all);
            float[] first = new float[all];
            float[] second = new float[all];
            System.arraycopy(both, 0, first, 0, all);
            System.arraycopy(both, all, second, 0, all);
            set("l_0_i2h_BIAS", manager, ordered(first), all);
            set(SECOND_BIAS, manager, ordered(second), all);
        }
    }

    /** The rows of each gate, in DJL's order. */
    private float[] ordered(float[] rows) {
        float[] ordered = new float[rows.length];
        int gate = rows.length / gates.length;
        for (int i = 0; i < gates.length; i++) {
            System.arraycopy(rows, gates[i] * gate, ordered, i * gate, gate);
        }
        return ordered;
    }

    @Override
    Shape output(Shape input) {
        return sequences ? new Shape(input.get(0), input.get(1), units) : new Shape(input.get(0), units);
    }

    @Override
    Shape inside(Shape input) {
        return input;
    }

    @Override
    NDArray before(NDArray input) {
        return backwards ? input.flip(1) : input;
    }

    @Override
    NDArray after(NDArray output, NDArray input) {
        return sequences ? output : output.get(":, -1");
    }
}
