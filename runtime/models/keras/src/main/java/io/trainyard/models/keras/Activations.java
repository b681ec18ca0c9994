package io.trainyard.models.keras;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Activation;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Keras's activation functions by name, with Keras's constants. Softmax is over the last axis. */
final class Activations {

    private static final Map<String, UnaryOperator<NDArray>> BY_NAME = Map.ofEntries(
            Map.entry("linear", x -> x),
            Map.entry("relu", Activation::relu),
            Map.entry("relu6", x -> x.clip(0, 6)),
            Map.entry("leaky_relu", x -> Activation.leakyRelu(x, 0.2f)),
            Map.entry("sigmoid", Activation::sigmoid),
            Map.entry("tanh", Activation::tanh),
            Map.entry("softmax", x -> x.softmax(-1)),
            Map.entry("log_softmax", x -> x.logSoftmax(-1)),
            Map.entry("elu", x -> Activation.elu(x, 1)),
            Map.entry("selu", Activation::selu),
            Map.entry("gelu", Activation::gelu),
            Map.entry("softplus", Activation::softPlus),
            Map.entry("softsign", Activation::softSign),
            Map.entry("silu", x -> Activation.swish(x, 1)),
            Map.entry("swish", x -> Activation.swish(x, 1)),
            // not DJL's mish, which has the logarithm to base 2
            Map.entry("mish", x -> x.mul(Activation.softPlus(x).tanh())),
            Map.entry("exponential", NDArray::exp),
            Map.entry("hard_sigmoid", x -> x.div(6).add(0.5).clip(0, 1)));

    private Activations() {}

    /** The one that the option names; Keras's default is none. */
    static UnaryOperator<NDArray> of(Options options) {
        String name = options.word("activation", "linear");
        UnaryOperator<NDArray> function = BY_NAME.get(name);
        if (function == null) {
            throw options.refused(
                    "activation",
                    "\"" + name + "\"",
                    "this function is not taken over",
                    "use one of " + new TreeSet<>(BY_NAME.keySet()));
        }
        return function;
    }
}
