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

/**
 * A layer of Keras with weights, around the block of DJL that holds them. What Keras and DJL order otherwise (axes, gates, padding, which
 * steps come out) is put right around that block, so that it is DJL's own to train and to store.
 */
abstract class LayerBlock extends AbstractBlock {

    private final Block inner;

    @SuppressWarnings("this-escape")
    LayerBlock(String name, Block inner) {
        super((byte) 1);
        this.inner = addChildBlock(name, inner);
    }

    /**
     * Sets the weights of the block inside, before it has any.
     *
     * @param input the shape of what comes in, without a number for dimensions that Keras leaves open (-1)
     */
    abstract void take(LayerWeights weights, Shape input, NDManager manager);

    /** The shape of what comes out; -1 where it is open. */
    abstract Shape output(Shape input);

    /** The shape that the block inside sees. */
    abstract Shape inside(Shape input);

    /** What the block inside is given. */
    abstract NDArray before(NDArray input);

    /** What comes out, of what the block inside gives. */
    abstract NDArray after(NDArray output, NDArray input);

    /** Whether the block inside is told that it is in training. */
    boolean training(boolean training) {
        return training;
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> params) {
        NDArray input = inputs.singletonOrThrow();
        // a list of its own: recurrent blocks of DJL add their state to it
        NDList within = new NDList(before(input));
        NDList output = inner.forward(parameters, within, training(training));
        return new NDList(after(output.singletonOrThrow(), input));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {output(inputs[0])};
    }

    @Override
    public void initializeChildBlocks(NDManager manager, DataType type, Shape... inputs) {
        inner.initialize(manager, type, inside(inputs[0]));
    }

    /** Gives a parameter of the block inside its array, which has to be of the shape that the block expects. */
    final void set(String parameter, NDManager manager, float[] values, long... shape) {
        inner.getParameters().get(parameter).setArray(manager.create(values, new Shape(shape)));
    }

    /** The array the other way round: {@code rows} times {@code columns} values become {@code columns} times {@code rows}. */
    static float[] transposed(float[] values, int rows, int columns) {
        float[] turned = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                turned[column * rows + row] = values[row * columns + column];
            }
        }
        return turned;
    }

    /** The last dimension, which Keras never leaves open where a layer has weights. */
    static int features(Shape input) {
        return Math.toIntExact(input.get(input.dimension() - 1));
    }
}
