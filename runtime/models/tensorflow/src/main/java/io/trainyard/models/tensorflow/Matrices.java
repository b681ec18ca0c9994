package io.trainyard.models.tensorflow;

import org.tensorflow.Signature.TensorDescription;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;

/** Tensors of {@code float32} and {@code float64} made of rows of doubles, and such rows made of them. */
final class Matrices {

    private static final String INSTEAD = ": call it with tensors, by call(signature, inputs)";

    private Matrices() {}

    /**
     * Rows as the tensor that an input takes: of its type, rounded where it is {@code float32}; each row's one value where it is a
     * vector, and the one value of the one row where it is a scalar.
     *
     * @throws IllegalArgumentException if they are no matrix, or the input takes no such tensor
     */
    static Tensor tensor(String name, TensorDescription input, double[][] rows) {
        Shape shape = shape(name, input, rows);
        double[] values = flat(name, rows);
        DataType type = input.dataType;
        if (type == DataType.DT_DOUBLE) {
            return TFloat64.tensorOf(shape, DataBuffers.of(values, true, false));
        }
        if (type == DataType.DT_FLOAT) {
            float[] rounded = new float[values.length];
            for (int i = 0; i < values.length; i++) {
                rounded[i] = (float) values[i];
            }
            return TFloat32.tensorOf(shape, DataBuffers.of(rounded, true, false));
        }
        throw new IllegalArgumentException("the input " + name + " takes " + type + ", not rows of numbers" + INSTEAD);
    }

    private static Shape shape(String name, TensorDescription input, double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        int rank = input.shape.isUnknown() ? 2 : input.shape.numDimensions();
        Shape shape = switch (rank) {
            case 0 -> Shape.scalar();
            case 1 -> Shape.of(rows.length);
            case 2 -> Shape.of(rows.length, columns);
            default ->
                throw new IllegalArgumentException(
                        "the input " + name + " takes " + rank + " dimensions, not rows" + INSTEAD);
        };
        if (!shape.isCompatibleWith(input.shape) || shape.size() != (long) rows.length * columns) {
            throw new IllegalArgumentException("the input " + name + " takes the shape " + input.shape + ", and not "
                    + rows.length + " rows of " + columns);
        }
        return shape;
    }

    private static double[] flat(String name, double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        double[] values = new double[rows.length * columns];
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != columns) {
                throw new IllegalArgumentException("the rows of " + name + " are no matrix: the first has " + columns
                        + " columns, row " + row + " has " + rows[row].length);
            }
            System.arraycopy(rows[row], 0, values, row * columns, columns);
        }
        return values;
    }

    /**
     * The rows of a tensor; a vector is rows of one value, a scalar one row of one value.
     *
     * @throws IllegalArgumentException if it is of another type, or has more dimensions
     */
    static double[][] rows(String name, Tensor tensor) {
        Shape shape = tensor.shape();
        if (shape.numDimensions() > 2) {
            throw new IllegalArgumentException(
                    "the output " + name + " has " + shape.numDimensions() + " dimensions, and is no rows" + INSTEAD);
        }
        int count = shape.numDimensions() == 0 ? 1 : Math.toIntExact(shape.get(0));
        int columns = shape.numDimensions() < 2 ? 1 : Math.toIntExact(shape.get(1));
        double[] values = values(name, tensor, Math.toIntExact(shape.size()));
        double[][] rows = new double[count][columns];
        for (int row = 0; row < count; row++) {
            System.arraycopy(values, row * columns, rows[row], 0, columns);
        }
        return rows;
    }

    private static double[] values(String name, Tensor tensor, int size) {
        double[] values = new double[size];
        if (tensor instanceof TFloat64 doubles) {
            doubles.asRawTensor().data().asDoubles().read(values);
        } else if (tensor instanceof TFloat32 floats) {
            float[] read = new float[size];
            floats.asRawTensor().data().asFloats().read(read);
            for (int i = 0; i < size; i++) {
                values[i] = read[i];
            }
        } else {
            throw new IllegalArgumentException(
                    "the output " + name + " is of " + tensor.dataType() + ", and no rows of numbers" + INSTEAD);
        }
        return values;
    }
}
