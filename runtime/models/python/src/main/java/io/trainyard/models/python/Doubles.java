package io.trainyard.models.python;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/** Doubles as they travel: eight little-endian bytes each, bit for bit. */
final class Doubles {

    private Doubles() {}

    static byte[] bytes(double... values) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(values.length, Double.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }

    static byte[] bytes(String name, double[][] rows, int columns) {
        int cells = Math.multiplyExact(rows.length, columns);
        ByteBuffer buffer =
                ByteBuffer.allocate(Math.multiplyExact(cells, Double.BYTES)).order(ByteOrder.LITTLE_ENDIAN);
        DoubleBuffer doubles = buffer.asDoubleBuffer();
        for (int row = 0; row < rows.length; row++) {
            if (rows[row].length != columns) {
                throw new IllegalArgumentException("row " + row + " of " + name + " has " + rows[row].length
                        + " columns, those before it " + columns + ": rows of a matrix have one length");
            }
            doubles.put(rows[row]);
        }
        return buffer.array();
    }

    static double[] vector(byte[] bytes) {
        double[] values = new double[bytes.length / Double.BYTES];
        doubles(bytes).get(values);
        return values;
    }

    static double[][] matrix(byte[] bytes, int rows, int columns) {
        double[][] matrix = new double[rows][columns];
        DoubleBuffer doubles = doubles(bytes);
        for (double[] row : matrix) {
            doubles.get(row);
        }
        return matrix;
    }

    private static DoubleBuffer doubles(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer();
    }
}
