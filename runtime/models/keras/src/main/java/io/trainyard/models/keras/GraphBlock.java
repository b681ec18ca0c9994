package io.trainyard.models.keras;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A whole network: layers in an order in which each comes after those whose results it takes. Values are numbered, inputs first, then
 * one for each layer.
 */
final class GraphBlock extends AbstractBlock {

    /**
     * A layer in its place.
     *
     * @param className of the layer, in Keras
     * @param takes the numbers of the values that it takes
     */
    record Node(String className, String name, Block block, List<Integer> takes) {}

    private final int inputs;
    private final List<Node> nodes;
    private final List<Integer> outputs;

    @SuppressWarnings("this-escape")
    GraphBlock(int inputs, List<Node> nodes, List<Integer> outputs) {
        super((byte) 1);
        this.inputs = inputs;
        this.nodes = List.copyOf(nodes);
        this.outputs = List.copyOf(outputs);
        this.nodes.forEach(node -> addChildBlock(node.name(), node.block()));
    }

    List<Node> nodes() {
        return nodes;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList given, boolean training, PairList<String, Object> params) {
        if (given.size() != inputs) {
            throw new IllegalArgumentException(
                    "this network has " + inputs + " inputs, and was given " + given.size() + " arrays");
        }
        List<NDArray> values = values(
                given,
                (node, taken) -> node.block()
                        .forward(parameters, new NDList(taken), training)
                        .singletonOrThrow());
        NDList results = new NDList();
        outputs.forEach(output -> results.add(values.get(output)));
        return results;
    }

    @Override
    public Shape[] getOutputShapes(Shape[] given) {
        List<Shape> shapes = shapes((node, taken) -> {}, given);
        return outputs.stream().map(shapes::get).toArray(Shape[]::new);
    }

    @Override
    public void initializeChildBlocks(NDManager manager, DataType type, Shape... given) {
        shapes((node, taken) -> node.block().initialize(manager, type, taken), given);
    }

    /** The shapes of all values; each layer is seen with the shapes that it takes before its own is computed. */
    List<Shape> shapes(Seen seen, Shape... given) {
        return values(List.of(given), (node, taken) -> {
            Shape[] shapes = taken.toArray(Shape[]::new);
            seen.with(node, shapes);
            return node.block().getOutputShapes(shapes)[0];
        });
    }

    private <T> List<T> values(List<T> given, BiFunction<Node, List<T>, T> result) {
        List<T> values = new ArrayList<>(given);
        for (Node node : nodes) {
            values.add(result.apply(node, node.takes().stream().map(values::get).toList()));
        }
        return values;
    }

    /** What is done at each layer on the way through the shapes. */
    interface Seen {

        void with(Node node, Shape[] taken);
    }
}
