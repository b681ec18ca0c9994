package io.trainyard.models.tensorflow;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tensorflow.Graph;
import org.tensorflow.GraphOperation;
import org.tensorflow.Result;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Signature;
import org.tensorflow.Signature.TensorDescription;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;

/**
 * A model of TensorFlow for a {@code @Stored} field: a graph, the values of its variables, and the signatures by which it is called,
 * among them those by which it is trained. Stored with all that, it predicts and trains on after a reload without the code that built it.
 *
 * <pre>{@code
 * TensorFlowModel model = TensorFlowModel.build(tf -> {
 *     var x = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 2)));
 *     var y = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, 1)));
 *     var weights = tf.variable(tf.random.truncatedNormal(tf.array(2, 1), TFloat32.class, TruncatedNormal.seed(7L)));
 *     var said = tf.linalg.matMul(x, weights);
 *     var loss = tf.math.mean(tf.math.squaredDifference(said, y), tf.array(0, 1));
 *     var gradient = tf.gradients(loss, List.of(weights)).<TFloat32>dy(0);
 *     var step = tf.train.applyGradientDescent(weights, tf.constant(0.1f), gradient);
 *     return List.of(
 *             Signature.builder().input("x", x).output("y", said).build(),
 *             Signature.builder("train").input("x", x).input("y", y)
 *                     .output("loss", tf.withControlDependencies(step).identity(loss)).build());
 * });
 * double loss = model.train(Map.of("x", inputs, "y", targets)); // again and again
 * double[][] predictions = model.predict(inputs);
 * }</pre>
 *
 * <p>Runs on the thread that calls it, and no other: small networks lose more by handing work to threads than they win, and sums are added in one
 * order, so that the same seeds give the same bits. The system property {@code trainyard.tensorflow.threads}, read when the first model is
 * made, gives it more. Give every random operation a seed of its own; without one, TensorFlow takes one at random.
 *
 * <p>Predictions may come from any threads, also while it is saved. Training changes it: train a {@linkplain #copy copy} of one that others still use.
 * Owns native memory until it is {@linkplain #close closed}.
 */
public final class TensorFlowModel implements AutoCloseable {

    private static final String TRAIN = "train";

    private final Graph graph;
    private final Session session;
    private final SortedMap<String, SessionFunction> functions;
    private final AtomicBoolean closed = new AtomicBoolean();

    private TensorFlowModel(Graph graph, Session session, List<Signature> signatures) {
        this.graph = graph;
        this.session = session;
        this.functions = new TreeMap<>();
        for (Signature signature : signatures) {
            functions.put(signature.key(), session.function(signature));
        }
    }

    /**
     * A new model, its variables initialized.
     *
     * @param builder adds the operations to an empty graph and returns its signatures, one without a name
     *     ({@code serving_default}) for predictions. Make variables by {@code tf.variable}: they are saved; resource variables are not
     * @throws IllegalArgumentException if there is no signature, two have one name, or the graph has variables that would not be saved
     */
    public static TensorFlowModel build(Function<Ops, List<Signature>> builder) {
        Graph graph = new Graph();
        Session session = null;
        boolean built = false;
        try {
            List<Signature> signatures = builder.apply(Ops.create(graph));
            check(graph, signatures);
            session = new Session(graph, Threads.config());
            TensorFlowModel model = new TensorFlowModel(graph, session, signatures);
            session.initialize();
            built = true;
            return model;
        } finally {
            if (!built) {
                close(session, graph);
            }
        }
    }

    private static void check(Graph graph, List<Signature> signatures) {
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("a model without a signature can be called by nobody: return one");
        }
        if (signatures.stream().map(Signature::key).distinct().count() < signatures.size()) {
            throw new IllegalArgumentException("two signatures have one name: "
                    + signatures.stream().map(Signature::key).toList());
        }
        for (Iterator<GraphOperation> operations = graph.operations(); operations.hasNext(); ) {
            GraphOperation operation = operations.next();
            if (operation.type().equals("VarHandleOp")) {
                throw new IllegalArgumentException(
                        "the variable " + operation.name()
                                + " would not be saved: TensorFlow for Java saves those of tf.variable, and no resource variables");
            }
        }
    }

    /**
     * The model in a folder in TensorFlow's form SavedModel, its part for predictions (the tag {@code serve}). Nothing of the folder is needed
     * afterwards.
     *
     * @throws IOException if there is none that can be read, or it has assets, further files, which TensorFlow for Java cannot save again
     */
    public static TensorFlowModel load(Path folder) throws IOException {
        SavedModelBundle bundle = SavedModels.load(folder);
        return new TensorFlowModel(bundle.graph(), bundle.session(), bundle.signatures());
    }

    /**
     * Writes it to a folder, for TensorFlow of any language, or TensorFlow Serving.
     *
     * @param folder is made where it is not there; what is there of an earlier model is written over
     * @throws IOException if it cannot be written
     */
    public void export(Path folder) throws IOException {
        SavedModels.export(functions.values(), folder);
    }

    /**
     * A model of its own with the same graph and values, to be trained while others use this one.
     *
     * @throws IOException if the temporary folder takes no files
     */
    public TensorFlowModel copy() throws IOException {
        try (SavedModelFolder folder = SavedModelFolder.create()) {
            export(folder.path());
            return load(folder.path());
        }
    }

    /** The names of its signatures; {@code serving_default} is the one that is called for predictions. */
    public Set<String> signatures() {
        return Collections.unmodifiableSet(functions.keySet());
    }

    /**
     * What runs it, for operations that no signature has, by their names; closed with the model. Its {@code graph()} is complete: an
     * operation that is added to it is stored as well.
     */
    public Session session() {
        return session;
    }

    /**
     * Calls a signature with tensors of any type and shape, which stay the caller's to close, as does what it returns.
     *
     * @throws IllegalArgumentException if it has no such signature, or that takes other inputs
     */
    public Result call(String signature, Map<String, ? extends Tensor> inputs) {
        return function(signature).call(Map.copyOf(inputs));
    }

    private SessionFunction function(String signature) {
        SessionFunction function = functions.get(signature);
        if (function == null) {
            throw new IllegalArgumentException(
                    "it has no signature " + signature + ", but " + functions.keySet() + ": call one of those");
        }
        return function;
    }

    /**
     * Calls a signature that takes and gives matrices, vectors and scalars of {@code float32} or {@code float64}. Each is rows of as many columns: one
     * column for a vector, and one row of that for a scalar. To {@code float32} doubles are rounded; all {@code float32} are doubles.
     *
     * @return by the names of its outputs
     * @throws IllegalArgumentException if it has no such signature, or that takes other inputs, or is not of that kind
     */
    public Map<String, double[][]> run(String signature, Map<String, double[][]> inputs) {
        SessionFunction function = function(signature);
        Map<String, TensorDescription> takes = function.signature().getInputs();
        if (!takes.keySet().equals(inputs.keySet())) {
            throw new IllegalArgumentException(
                    "the signature " + signature + " takes " + takes.keySet() + ", and not " + inputs.keySet());
        }
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, TensorDescription> input : takes.entrySet()) {
                double[][] rows = Objects.requireNonNull(inputs.get(input.getKey()), input.getKey());
                tensors.put(input.getKey(), Matrices.tensor(input.getKey(), input.getValue(), rows));
            }
            try (Result result = function.call(tensors)) {
                Map<String, double[][]> said = new LinkedHashMap<>();
                for (Map.Entry<String, Tensor> output : result) {
                    said.put(output.getKey(), Matrices.rows(output.getKey(), output.getValue()));
                }
                return said;
            }
        } finally {
            tensors.values().forEach(Tensor::close);
        }
    }

    /**
     * What the signature {@code serving_default} says to each row, by its one input and its one output.
     *
     * @throws IllegalArgumentException if there is none with one input and one output, or the rows are none for it
     */
    public double[][] predict(double[][] rows) {
        Signature signature = function(Signature.DEFAULT_KEY).signature();
        if (signature.inputNames().size() != 1) {
            throw new IllegalArgumentException("the signature " + signature.key() + " takes " + signature.inputNames()
                    + ", not one input: call it by run(signature, inputs)");
        }
        return one(signature, Map.of(signature.inputNames().iterator().next(), rows));
    }

    /**
     * Calls the signature {@code train}: one step, or as many as the graph makes at a call.
     *
     * @return its one output, one number: the loss
     * @throws IllegalArgumentException if there is none with one output, that is no number, or it takes other inputs
     */
    public double train(Map<String, double[][]> inputs) {
        double[][] said = one(function(TRAIN).signature(), inputs);
        if (said.length != 1 || said[0].length != 1) {
            throw new IllegalArgumentException(
                    "the signature " + TRAIN + " does not give one number: call it by run(signature, inputs)");
        }
        return said[0][0];
    }

    private double[][] one(Signature signature, Map<String, double[][]> inputs) {
        if (signature.outputNames().size() != 1) {
            throw new IllegalArgumentException("the signature " + signature.key() + " gives " + signature.outputNames()
                    + ", not one output: call it by run(signature, inputs)");
        }
        return run(signature.key(), inputs).values().iterator().next();
    }

    /** Frees the native memory, once the calls that run have ended; it cannot be called any more. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            close(session, graph);
        }
    }

    private static void close(@Nullable Session session, Graph graph) {
        if (session != null) {
            session.close();
        }
        graph.close();
    }

    @Override
    public String toString() {
        return "TensorFlowModel with " + functions.keySet();
    }
}
