package io.trainyard.models.torchscript;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a network of two layers as a TorchScript file, as {@code torch.jit.save} would: a zip file with the code of its class, its parameters, and
 * a pickle that puts them together. The form is described in PyTorch's torch/csrc/jit/docs/serialization.md, the pickle's words in Python's
 * pickletools.
 */
final class ScriptedNetwork {

    private static final String CODE = """
            class Network(Module):
              __parameters__ = ["w1", "b1", "w2", "b2", ]
              __buffers__ = []
              w1 : Tensor
              b1 : Tensor
              w2 : Tensor
              b2 : Tensor
              training : bool
              def forward(self: __torch__.Network,
                x: Tensor) -> Tensor:
                hidden = torch.tanh(torch.addmm(self.b1, x, self.w1))
                return torch.addmm(self.b2, hidden, self.w2)
            """;

    private ScriptedNetwork() {}

    /** Two inputs, so many hidden units, one output. */
    static byte[] of(int hidden) throws IOException {
        Map<String, int[]> shapes = new LinkedHashMap<>();
        shapes.put("w1", new int[] {2, hidden});
        shapes.put("b1", new int[] {hidden});
        shapes.put("w2", new int[] {hidden, 1});
        shapes.put("b2", new int[] {1});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            put(zip, "data.pkl", pickle(shapes));
            put(zip, "code/__torch__.py", CODE.getBytes(UTF_8));
            put(zip, "constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
            int storage = 0;
            for (int[] shape : shapes.values()) {
                put(zip, "data/" + storage, values(size(shape), storage));
                storage++;
            }
            put(zip, "version", "3\n".getBytes(UTF_8));
            put(zip, "byteorder", "little".getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    private static int size(int[] shape) {
        int size = 1;
        for (int side : shape) {
            size *= side;
        }
        return size;
    }

    private static byte[] values(int count, int salt) {
        ByteBuffer values = ByteBuffer.allocate(4 * count).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            values.putFloat(((i * 29 + salt * 7) % 17 - 8) / 10f);
        }
        return values.array();
    }

    private static byte[] pickle(Map<String, int[]> shapes) {
        Pickle pickle = new Pickle().word(0x80).word(2).global("__torch__", "Network");
        pickle.word(')').word(0x81).word('}').word('(');
        int storage = 0;
        for (Map.Entry<String, int[]> parameter : shapes.entrySet()) {
            pickle.text(parameter.getKey()).tensor(String.valueOf(storage), parameter.getValue());
            storage++;
        }
        return pickle.text("training").word(0x88).word('u').word('b').word('.').bytes();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry("network/" + name);
        CRC32 sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** Bytes of a pickle of protocol 2. */
    private static final class Pickle {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Pickle word(int word) {
            out.write(word);
            return this;
        }

        Pickle global(String module, String name) {
            out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(US_ASCII));
            return this;
        }

        Pickle text(String text) {
            word('X').number32(text.length());
            out.writeBytes(text.getBytes(US_ASCII));
            return this;
        }

        Pickle number(int number) {
            return word('J').number32(number);
        }

        private Pickle number32(int number) {
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(number)
                    .array());
            return this;
        }

        /** {@code torch._utils._rebuild_tensor_v2(storage, 0, shape, strides, requires_grad, OrderedDict())}. */
        Pickle tensor(String storage, int[] shape) {
            global("torch._utils", "_rebuild_tensor_v2").word('(');
            word('(')
                    .text("storage")
                    .global("torch", "FloatStorage")
                    .text(storage)
                    .text("cpu");
            number(size(shape)).word('t').word('Q').number(0);
            word('(');
            for (int side : shape) {
                number(side);
            }
            word('t').word('(');
            int stride = size(shape);
            for (int side : shape) {
                stride /= side;
                number(stride);
            }
            word('t').word(0x88);
            return global("collections", "OrderedDict")
                    .word(')')
                    .word('R')
                    .word('t')
                    .word('R');
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
