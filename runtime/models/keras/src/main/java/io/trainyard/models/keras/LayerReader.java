package io.trainyard.models.keras;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.norm.Dropout;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** Makes the block of one layer out of what {@code config.json} says of it. Its name is all that is used of a class: nothing is loaded. */
final class LayerReader {

    private static final String KNOWN =
            "Dense, Dropout, LSTM, GRU, Conv1D, BatchNormalization, Flatten, Activation, ReLU, LeakyReLU, ELU,"
                    + " Softmax, Concatenate, Add, Subtract, Multiply, Average, Maximum and Minimum";

    private LayerReader() {}

    /**
     * The block of a layer, without weights yet.
     *
     * @param trainable whether the network is; a layer may still not be
     * @throws KerasFileException if this layer, or an option of it, is not taken over
     */
    static Block block(JsonNode layer, boolean trainable) {
        Options options = options(layer);
        boolean trains = trainable && options.trainable();
        Block block = block(layer.path("class_name").asString(""), options, trains);
        options.done();
        if (!trains) {
            block.freezeParameters(true);
        }
        return block;
    }

    /** The options of a layer of Keras itself. */
    static Options options(JsonNode layer) {
        String name = described(layer);
        if (layer.path("class_name").asString("").equals("Lambda")) {
            throw new KerasFileException(
                    name + " is a Lambda layer",
                    "it carries Python code, and no code out of a file is ever run",
                    "build the model without it: compute such values before they go into the network");
        }
        String registered = layer.path("registered_name").asString("");
        if (!layer.path("module").asString("").equals("keras.layers") || !registered.isEmpty()) {
            throw new KerasFileException(
                    name + " is no layer of Keras, but of "
                            + layer.path("module").asString("an unknown module"),
                    "what it computes is Python code, which is not in the file",
                    "build the model of these layers: " + KNOWN);
        }
        return new Options(name, layer.path("config"));
    }

    private static String described(JsonNode layer) {
        return layer.path("class_name").asString("?") + " \""
                + layer.path("config").path("name").asString("?") + "\"";
    }

    private static Block block(String className, Options options, boolean trains) {
        return switch (className) {
            case "Dense" -> DenseBlock.of(options);
            case "LSTM" -> RecurrentLayerBlock.lstm(options);
            case "GRU" -> RecurrentLayerBlock.gru(options);
            case "Conv1D" -> ConvolutionBlock.of(options);
            case "BatchNormalization" -> NormalizationBlock.of(options, trains);
            case "Dropout" -> dropout(options);
            case "Flatten" -> flatten(options);
            case "Activation" -> FunctionBlock.of(Activations.of(options));
            case "ReLU" -> FunctionBlock.of(relu(options));
            case "LeakyReLU" -> leaky((float) options.number("negative_slope", 0.3));
            case "ELU" -> elu((float) options.number("alpha", 1));
            case "Softmax" -> softmax(options);
            case "Concatenate" -> Merges.concatenate(options);
            case "Add" -> Merges.fold(options, NDArray::add);
            case "Subtract" -> Merges.fold(options, NDArray::sub);
            case "Multiply" -> Merges.fold(options, NDArray::mul);
            case "Average" -> Merges.average(options);
            case "Maximum" -> Merges.fold(options, NDArray::maximum);
            case "Minimum" -> Merges.fold(options, NDArray::minimum);
            default ->
                throw new KerasFileException(
                        options.layer() + " cannot be taken over",
                        "this version knows other layers only",
                        "build the model of these layers: " + KNOWN);
        };
    }

    private static Block dropout(Options options) {
        options.passOver("seed");
        options.only("noise_shape", "None", "noise_shape=None, Keras's default");
        return Dropout.builder().optRate((float) options.number("rate", 0)).build();
    }

    private static FunctionBlock flatten(Options options) {
        options.only("data_format", "channels_last", "data_format=\"channels_last\", Keras's default");
        return FunctionBlock.of(array -> array.reshape(array.size(0), -1), shape -> {
            long features = 1;
            for (int axis = 1; axis < shape.dimension(); axis++) {
                if (shape.get(axis) < 0) {
                    throw options.refused(
                            "input_shape", shape.toString(), "it has open axes", "give the Input layer a full shape");
                }
                features *= shape.get(axis);
            }
            return new Shape(shape.get(0), features);
        });
    }

    /** Below zero the slope, above it the value, up to the largest. */
    private static UnaryOperator<NDArray> relu(Options options) {
        options.only("threshold", 0, "threshold=0, Keras's default");
        float slope = (float) options.number("negative_slope", 0);
        double largest = options.number("max_value", Double.POSITIVE_INFINITY);
        UnaryOperator<NDArray> relu = slope == 0 ? Activation::relu : array -> Activation.leakyRelu(array, slope);
        return largest == Double.POSITIVE_INFINITY
                ? relu
                : array -> relu.apply(array).minimum(largest);
    }

    private static FunctionBlock leaky(float slope) {
        return FunctionBlock.of(array -> Activation.leakyRelu(array, slope));
    }

    private static FunctionBlock elu(float alpha) {
        return FunctionBlock.of(array -> Activation.elu(array, alpha));
    }

    private static FunctionBlock softmax(Options options) {
        options.only("axis", -1, "axis=-1, Keras's default");
        return FunctionBlock.of(array -> array.softmax(-1));
    }
}
