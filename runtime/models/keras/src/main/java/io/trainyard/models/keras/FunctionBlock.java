package io.trainyard.models.keras;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A layer of Keras without weights: a function of one or several arrays. */
final class FunctionBlock extends AbstractBlock {

    private final Function<NDList, NDArray> function;
    private final Function<List<Shape>, Shape> shape;

    private FunctionBlock(Function<NDList, NDArray> function, Function<List<Shape>, Shape> shape) {
        super((byte) 1);
        this.function = function;
        this.shape = shape;
    }

    /** Of each number by itself, or along the last axis: the shape stays. */
    static FunctionBlock of(UnaryOperator<NDArray> function) {
        return new FunctionBlock(arrays -> function.apply(arrays.singletonOrThrow()), shapes -> shapes.get(0));
    }

    /** Of one array, and of its shape. */
    static FunctionBlock of(UnaryOperator<NDArray> function, UnaryOperator<Shape> shape) {
        return new FunctionBlock(
                arrays -> function.apply(arrays.singletonOrThrow()), shapes -> shape.apply(shapes.get(0)));
    }

    /** Of several arrays. */
    static FunctionBlock ofAll(Function<NDList, NDArray> function, Function<List<Shape>, Shape> shape) {
        return new FunctionBlock(function, shape);
    }

    @Override
    protected NDList forwardInternal(
            ParameterStore parameters, NDList inputs, boolean training, PairList<String, Object> params) {
        return new NDList(function.apply(inputs));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputs) {
        return new Shape[] {shape.apply(Arrays.asList(inputs))};
    }
}
