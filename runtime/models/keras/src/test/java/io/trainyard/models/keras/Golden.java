package io.trainyard.models.keras;

import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.NoopTranslator;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What real Keras wrote: a model, arrays for it, and what Keras predicts ({@code goldens.py} beside the files). */
final class Golden {

    static final String PYTORCH = "PyTorch";

    private final String name;
    private final JsonNode arrays;

    private Golden(String name, JsonNode arrays) {
        this.name = name;
        this.arrays = arrays;
    }

    static Golden of(String name) throws IOException {
        try (InputStream in = open(name + ".json")) {
            return new Golden(name, JsonMapper.shared().readTree(in));
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(Golden.class.getResourceAsStream(file), file);
    }

    byte[] bytes() throws IOException {
        try (InputStream in = open(name + ".keras")) {
            return in.readAllBytes();
        }
    }

    KerasNetwork network() throws IOException {
        try (InputStream in = open(name + ".keras")) {
            return KerasNetwork.read(in, PYTORCH);
        }
    }

    /** Its arrays of a kind: inputs, outputs, labels, or outputs after a step of training. */
    NDList arrays(String kind, NDManager manager) {
        NDList list = new NDList();
        for (JsonNode array : arrays.path(kind)) {
            long[] shape = LongStream.range(0, array.path("shape").size())
                    .map(i -> array.path("shape").get((int) i).asLong())
                    .toArray();
            JsonNode numbers = array.path("values");
            float[] values = new float[numbers.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) numbers.get(i).doubleValue();
            }
            list.add(manager.create(values, new Shape(shape)));
        }
        return list;
    }

    /** What Keras predicts, output by output. */
    List<double[]> expected(String kind) {
        return StreamSupport.stream(arrays.path(kind).spliterator(), false)
                .map(array -> StreamSupport.stream(array.path("values").spliterator(), false)
                        .mapToDouble(JsonNode::doubleValue)
                        .toArray())
                .toList();
    }

    /** What the network predicts of the inputs, output by output. */
    List<double[]> predictedBy(KerasNetwork network) throws Exception {
        try (NDManager manager = NDManager.newBaseManager(PYTORCH);
                Predictor<NDList, NDList> predictor = network.model().newPredictor(new NoopTranslator())) {
            NDList said = predictor.predict(arrays("inputs", manager));
            said.attach(manager);
            return said.stream().map(Golden::doubles).toList();
        }
    }

    private static double[] doubles(NDArray array) {
        float[] values = array.toFloatArray();
        double[] doubles = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            doubles[i] = values[i];
        }
        return doubles;
    }

    @Override
    public String toString() {
        return name;
    }
}
