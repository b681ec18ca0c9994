package io.trainyard.models.keras;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Makes a network, without weights yet, out of {@code config.json}: a Sequential model, or a Functional one in which each layer is used
 * once.
 */
final class NetworkReader {

    /**
     * A network.
     *
     * @param name of the model
     * @param inputs their shapes, with -1 for what Keras leaves open, in the order of the model's inputs
     */
    record Network(String name, GraphBlock block, List<Shape> inputs) {}

    private static final String AGAIN = "save the model again in Python: model.save(\"model.keras\")";

    private final JsonNode model;
    private final boolean trainable;
    private final Map<String, Shape> inputs = new HashMap<>();
    private final Map<String, Integer> values = new HashMap<>();
    private final List<GraphBlock.Node> nodes = new ArrayList<>();

    private NetworkReader(JsonNode model) {
        this.model = model;
        this.trainable = model.path("trainable").asBoolean(true);
    }

    static Network read(JsonNode config) {
        String className = config.path("class_name").asString("?");
        String module = config.path("module").asString("?");
        boolean keras = module.equals("keras") || module.startsWith("keras.");
        NetworkReader reader = new NetworkReader(config.path("config"));
        if (keras && className.equals("Sequential")) {
            return reader.sequential();
        }
        if (keras && className.equals("Functional")) {
            return reader.functional();
        }
        throw new KerasFileException(
                "this model is a " + className + " of " + module,
                "what a class of one's own computes is Python code, which is not in the file, and is never run",
                "build it as keras.Sequential([...]) or keras.Model(inputs, outputs)");
    }

    private Network sequential() {
        JsonNode layers = model.path("layers");
        if (!className(layers.path(0)).equals("InputLayer")) {
            throw new KerasFileException(
                    "this Sequential model does not know the shape of its input",
                    "it was saved before it was built, so that it has no weights",
                    "begin it with keras.Input(shape), and train it");
        }
        Shape input = input(layers.get(0));
        for (int i = 1; i < layers.size(); i++) {
            add(layers.get(i), List.of(i - 1));
        }
        return new Network(name(), new GraphBlock(1, nodes, List.of(nodes.size())), List.of(input));
    }

    private Network functional() {
        List<String> first = ends("input_layers");
        for (String name : first) {
            values.put(name, values.size());
        }
        for (JsonNode layer : model.path("layers")) {
            String name = layer.path("name").asString("?");
            if (className(layer).equals("InputLayer")) {
                inputs.put(name, input(layer));
            } else {
                values.put(name, first.size() + nodes.size());
                add(layer, taken(layer, name));
            }
        }
        List<Shape> shapes = new ArrayList<>();
        for (String name : first) {
            Shape shape = inputs.get(name);
            if (shape == null) {
                throw damaged("there is no input layer \"" + name + "\"");
            }
            shapes.add(shape);
        }
        List<Integer> last = ends("output_layers").stream().map(this::value).toList();
        return new Network(name(), new GraphBlock(shapes.size(), nodes, last), shapes);
    }

    private void add(JsonNode layer, List<Integer> takes) {
        String className = className(layer);
        String name = layer.path("config").path("name").asString("?");
        if (className.equals("Sequential") || className.equals("Functional")) {
            throw new KerasFileException(
                    className + " \"" + name + "\" is a model inside this model",
                    "only models of layers are taken over",
                    "build one model of the layers of both");
        }
        Block block = LayerReader.block(layer, trainable);
        nodes.add(new GraphBlock.Node(className, name, block, takes));
    }

    private static Shape input(JsonNode layer) {
        Options options = LayerReader.options(layer);
        options.passOver("batch_shape");
        options.done();
        JsonNode written = layer.path("config").path("batch_shape");
        if (!written.isArray() || written.size() < 2) {
            throw options.refused("batch_shape", written, "a network takes rows of numbers", "keras.Input(shape)");
        }
        long[] shape = new long[written.size()];
        for (int i = 0; i < shape.length; i++) {
            // the first one is the batch: any
            shape[i] = i == 0 || written.get(i).isNull() ? -1 : written.get(i).asLong(-1);
        }
        return new Shape(shape);
    }

    /** The numbers of the values that a layer of a Functional model takes. */
    private List<Integer> taken(JsonNode layer, String name) {
        JsonNode uses = layer.path("inbound_nodes");
        String described = className(layer) + " \"" + name + "\"";
        if (uses.size() != 1) {
            throw new KerasFileException(
                    described + " is used at " + uses.size() + " places of the model",
                    "only models in which each layer is used once are taken over",
                    "give each place a layer of its own");
        }
        JsonNode arguments = uses.get(0).path("args");
        for (Map.Entry<String, JsonNode> keyword : uses.get(0).path("kwargs").properties()) {
            JsonNode value = keyword.getValue();
            if (!value.isNull() && !(value.isBoolean() && !value.booleanValue())) {
                throw new KerasFileException(
                        described + " is called with " + keyword.getKey() + "=" + value,
                        "only calls with the outputs of other layers are taken over",
                        "call it without " + keyword.getKey());
            }
        }
        if (arguments.size() != 1) {
            throw new KerasFileException(
                    described + " is called with " + arguments.size() + " arguments",
                    "only calls with the output of another layer, or with one list of them, are taken over",
                    "call it with one argument");
        }
        List<Integer> taken = new ArrayList<>();
        Iterable<JsonNode> tensors = arguments.get(0).isArray() ? arguments.get(0) : arguments;
        for (JsonNode tensor : tensors) {
            taken.add(value(from(tensor.path("config").path("keras_history"))));
        }
        return taken;
    }

    /** The layers where the model begins or ends: {@code ["a", 0, 0]}, or a list of such. */
    private List<String> ends(String which) {
        JsonNode written = model.path(which);
        if (written.isArray() && written.path(0).isString()) {
            return List.of(from(written));
        }
        if (!written.isArray() || written.isEmpty()) {
            throw new KerasFileException(
                    "this model has " + which + "=" + written,
                    "inputs and outputs are taken over where they are one or a list, not named by a dictionary",
                    "keras.Model([a, b], [c, d])");
        }
        List<String> names = new ArrayList<>();
        written.forEach(end -> names.add(from(end)));
        return names;
    }

    /** The layer of {@code ["dense", 0, 0]}: what its first use gave, all of it. */
    private static String from(JsonNode history) {
        if (!history.path(0).isString()
                || history.path(1).asInt(-1) != 0
                || history.path(2).asInt(-1) != 0) {
            throw damaged("no output of a layer is " + history);
        }
        return history.path(0).stringValue();
    }

    private int value(String layer) {
        Integer value = values.get(layer);
        if (value == null) {
            throw damaged("\"" + layer + "\" is used before it is there");
        }
        return value;
    }

    private static KerasFileException damaged(String why) {
        return new KerasFileException("the layers of this model do not fit together", "config.json: " + why, AGAIN);
    }

    private static String className(JsonNode layer) {
        return layer.path("class_name").asString("?");
    }

    private String name() {
        return model.path("name").asString("keras");
    }
}
