package io.trainyard.models.keras;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import io.trainyard.models.djl.PyTorchThreads;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network out of a {@code .keras} file of Keras 3, for a {@code @Stored} field: a model of DJL that predicts what Keras predicts, in
 * 32-bit floats, and goes on training in Java. {@code runtime/models/keras/README.md} lists the layers.
 *
 * <p>Arrays have Keras's axes: rows by features, or rows by steps by features. A training that goes on from the network in a field
 * trains a {@link #copy()}: the one in the field predicts meanwhile.
 *
 * <pre>{@code
 * KerasNetwork next = network.copy();
 * try (Trainer trainer = next.model().newTrainer(config)) {
 *     trainer.initialize(new Shape(20, 5));
 *     EasyTrain.fit(trainer, epochs, rows, null);
 * }
 * return next;
 * }</pre>
 *
 * <p>PyTorch works on one thread unless its properties ({@code ai.djl.pytorch.num_threads}) say otherwise.
 *
 * <p>Owns native memory until it is {@linkplain #close closed}. Predictions from several threads need a {@code Predictor} each.
 */
public final class KerasNetwork implements AutoCloseable {

    private final String version;
    private final String config;
    private final Model model;
    private final GraphBlock block;

    private KerasNetwork(String version, String config, Model model, GraphBlock block) {
        this.version = version;
        this.config = config;
        this.model = model;
        this.block = block;
    }

    /**
     * The network of a file.
     *
     * @param engine of DJL, such as {@code PyTorch}
     * @throws KerasFileException if it is no {@code .keras} file of Keras 3, damaged, or has layers or options that are not taken over
     * @throws IOException if it cannot be read
     * @throws ai.djl.engine.EngineException if the engine is not on the class path
     */
    public static KerasNetwork read(Path file, String engine) throws IOException {
        return of(Files.readAllBytes(file), engine);
    }

    /**
     * The network of a file that is read from a stream, such as a resource; the stream is left open.
     *
     * @param engine of DJL, such as {@code PyTorch}
     * @throws KerasFileException if it is no {@code .keras} file of Keras 3, damaged, or has layers or options that are not taken over
     * @throws IOException if it cannot be read
     * @throws ai.djl.engine.EngineException if the engine is not on the class path
     */
    public static KerasNetwork read(InputStream in, String engine) throws IOException {
        return of(in.readAllBytes(), engine);
    }

    private static KerasNetwork of(byte[] bytes, String engine) {
        KerasFile file = KerasFile.of(bytes);
        NetworkReader.Network network = network(file.config());
        PyTorchThreads.limit();
        Model model = Model.newInstance(network.name(), engine);
        boolean taken = false;
        try (WeightsFile weights = WeightsFile.of(file.weights())) {
            take(network, weights, model.getNDManager());
            model.setBlock(network.block());
            taken = true;
            return new KerasNetwork(file.version(), file.config(), model, network.block());
        } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
            throw KerasFileException.damaged("config.json: its shapes do not fit together: " + e, e);
        } finally {
            if (!taken) {
                model.close();
            }
        }
    }

    private static NetworkReader.Network network(String config) {
        return NetworkReader.read(KerasFile.json("config.json", config.getBytes(UTF_8)));
    }

    private static void take(NetworkReader.Network network, WeightsFile file, NDManager manager) {
        Shape[] inputs = network.inputs().toArray(Shape[]::new);
        network.block()
                .shapes(
                        (node, taken) -> {
                            LayerWeights weights = file.next(node.className(), node.name());
                            if (node.block() instanceof LayerBlock layer) {
                                layer.take(weights, taken[0], manager);
                            } else {
                                weights.holding("", 0);
                            }
                        },
                        inputs);
        network.block().initialize(manager, DataType.FLOAT32, inputs);
    }

    /** The version of Keras that wrote the file, such as 3.15.1. */
    public String version() {
        return version;
    }

    /** The layers and their options as the file describes them: its {@code config.json}. */
    public String config() {
        return config;
    }

    /** DJL's model, with the network as its block; closed with this. */
    public Model model() {
        return model;
    }

    /**
     * One layer, by its name in Keras: {@code layer("lstm").freezeParameters(true)} before a training keeps it as it is. A layer that is
     * not trainable in Keras is frozen from the start.
     *
     * @throws IllegalArgumentException if there is no such layer, or it is an input
     */
    public Block layer(String name) {
        return block.nodes().stream()
                .filter(node -> node.name().equals(name))
                .map(GraphBlock.Node::block)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no layer \"" + name + "\", but "
                        + block.nodes().stream().map(GraphBlock.Node::name).toList()));
    }

    /** Another network, alike to the bit, with memory of its own. */
    public KerasNetwork copy() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeTo(out);
            return readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the form in which it is stored: engine, version, configuration, and the parameters in DJL's form. */
    void writeTo(DataOutputStream out) throws IOException {
        out.writeUTF(model.getNDManager().getEngine().getEngineName());
        out.writeUTF(version);
        byte[] text = config.getBytes(UTF_8);
        out.writeInt(text.length);
        out.write(text);
        block.saveParameters(out);
    }

    static KerasNetwork readFrom(DataInputStream in) throws IOException {
        String engine = in.readUTF();
        String version = in.readUTF();
        String config = new String(in.readNBytes(in.readInt()), UTF_8);
        NetworkReader.Network network = network(config);
        PyTorchThreads.limit();
        Model model = Model.newInstance(network.name(), engine);
        boolean read = false;
        try {
            network.block().loadParameters(model.getNDManager(), in);
            model.setBlock(network.block());
            read = true;
            return new KerasNetwork(version, config, model, network.block());
        } catch (MalformedModelException e) {
            throw new IOException("its parameters do not fit its layers, or they are no parameters", e);
        } finally {
            if (!read) {
                model.close();
            }
        }
    }

    /** Frees the native memory; it cannot be used any more. */
    @Override
    public void close() {
        model.close();
    }

    @Override
    public String toString() {
        return "KerasNetwork " + model.getName() + " of " + block.nodes().size() + " layers";
    }
}
