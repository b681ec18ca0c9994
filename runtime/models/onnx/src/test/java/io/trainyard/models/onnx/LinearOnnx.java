package io.trainyard.models.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes a linear model as an ONNX file, as an exporter would: one Gemm node over x of n rows. Field numbers are those of onnx.proto
 * (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
 */
final class LinearOnnx {

    private static final int FLOAT = 1;

    private LinearOnnx() {}

    static byte[] of(float[] weights, float intercept) {
        Message node = new Message()
                .text(1, "x")
                .text(1, "weights")
                .text(1, "intercept")
                .text(2, "y")
                .text(4, "Gemm");
        Message graph = new Message()
                .message(1, node)
                .text(2, "linear")
                .message(5, tensor("weights", weights, weights.length, 1))
                .message(5, tensor("intercept", new float[] {intercept}, 1))
                .message(11, value("x", weights.length))
                .message(12, value("y", 1));
        return new Message()
                .number(1, 8)
                .message(7, graph)
                .message(8, new Message().text(1, "").number(2, 13))
                .bytes();
    }

    private static Message tensor(String name, float[] values, int... shape) {
        Message tensor = new Message();
        for (int size : shape) {
            tensor.number(1, size);
        }
        ByteBuffer raw = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return tensor.number(2, FLOAT).text(8, name).raw(9, raw.array());
    }

    private static Message value(String name, int columns) {
        Message shape =
                new Message().message(1, new Message().text(2, "rows")).message(1, new Message().number(1, columns));
        Message type = new Message().message(1, new Message().number(1, FLOAT).message(2, shape));
        return new Message().text(1, name).message(2, type);
    }

    /** A protocol-buffer message. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message text(int field, String value) {
            return raw(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return raw(field, value.bytes());
        }

        Message raw(int field, byte[] value) {
            varint(((long) field << 3) | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        private void varint(long value) {
            long left = value;
            for (; left > 127; left >>>= 7) {
                out.write((int) ((left & 127) | 128));
            }
            out.write((int) left);
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
