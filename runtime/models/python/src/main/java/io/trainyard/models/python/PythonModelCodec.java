package io.trainyard.models.python;

import io.trainyard.store.ModelCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Stores {@link PythonModel}s: a head (pickle or not, script, versions, signature), then the bytes that Python made. Reading one
 * loads nothing: that happens in a worker, on the terms of its {@link PythonEnvironment}.
 */
public final class PythonModelCodec implements ModelCodec<PythonModel> {

    /** For {@link java.util.ServiceLoader}. */
    public PythonModelCodec() {}

    @Override
    public String id() {
        return "python";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends PythonModel>> types() {
        return Set.of(PythonModel.class);
    }

    @Override
    public byte[] write(PythonModel model) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(model.size() + 256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(model.isPickled());
            out.writeUTF(model.script());
            out.writeUTF(model.python());
            Map<String, String> versions = model.versions();
            out.writeShort(versions.size());
            for (Map.Entry<String, String> version : versions.entrySet()) {
                out.writeUTF(version.getKey());
                out.writeUTF(version.getValue());
            }
            writeBytes(out, model.signature());
            writeBytes(out, model.shared());
        }
        return bytes.toByteArray();
    }

    @Override
    public PythonModel read(byte[] bytes, int version) throws IOException {
        if (version != 1) {
            throw new IOException(
                    "form " + version + " of python models is newer than this program, which knows form 1");
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            boolean pickled = in.readBoolean();
            String script = in.readUTF();
            String python = in.readUTF();
            Map<String, String> versions = new TreeMap<>();
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                versions.put(in.readUTF(), in.readUTF());
            }
            byte[] signature = readBytes(in);
            byte[] model = readBytes(in);
            if (in.available() != 0) {
                throw new IOException(in.available() + " bytes follow the model");
            }
            return new PythonModel(pickled, script, python, versions, model, signature);
        }
    }

    private static void writeBytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] readBytes(DataInputStream in) throws IOException {
        int size = in.readInt();
        if (size < 0 || size > in.available()) {
            throw new IOException(size + " bytes are announced, " + in.available() + " are left");
        }
        return in.readNBytes(size);
    }
}
