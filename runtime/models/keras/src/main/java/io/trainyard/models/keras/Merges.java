package io.trainyard.models.keras;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.function.BinaryOperator;

/** Keras's layers that make one array of several. Those that compute want arrays of one shape. */
final class Merges {

    private Merges() {}

    static FunctionBlock concatenate(Options options) {
        int axis = (int) options.number("axis", -1);
        return FunctionBlock.ofAll(
                arrays -> NDArrays.concat(arrays, at(axis, arrays.head().getShape())),
                shapes -> joined(options, axis, shapes));
    }

    private static int at(int axis, Shape shape) {
        return axis < 0 ? axis + shape.dimension() : axis;
    }

    private static Shape joined(Options options, int axis, List<Shape> shapes) {
        Shape first = shapes.get(0);
        int at = at(axis, first);
        if (at < 1 || at >= first.dimension()) {
            throw options.refused("axis", axis + "", "the arrays have no such axis besides the batch's", "axis=-1");
        }
        long[] joined = first.getShape().clone();
        for (Shape other : shapes.subList(1, shapes.size())) {
            boolean open = joined[at] < 0 || other.get(at) < 0;
            joined[at] = open ? -1 : joined[at] + other.get(at);
        }
        return new Shape(joined);
    }

    /** From the first array to the last: of three, {@code (a + b) + c}. */
    static FunctionBlock fold(Options options, BinaryOperator<NDArray> operator) {
        return FunctionBlock.ofAll(arrays -> folded(arrays, operator), shapes -> alike(options, shapes));
    }

    static FunctionBlock average(Options options) {
        return FunctionBlock.ofAll(
                arrays -> folded(arrays, NDArray::add).div(arrays.size()), shapes -> alike(options, shapes));
    }

    private static NDArray folded(NDList arrays, BinaryOperator<NDArray> operator) {
        return arrays.stream().reduce(operator).orElseThrow();
    }

    private static Shape alike(Options options, List<Shape> shapes) {
        for (Shape shape : shapes) {
            if (!shape.equals(shapes.get(0))) {
                throw options.refused(
                        "inputs",
                        shapes.toString(),
                        "only arrays of one shape are merged so",
                        "give the arrays one shape");
            }
        }
        return shapes.get(0);
    }
}
