package io.trainyard.models.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.trainyard.store.ModelCodec;
import io.trainyard.store.ModelEnvelope;
import java.io.IOException;
import java.util.Set;

/** Stores an {@link OnnxModel}: the bytes of its file. */
public final class OnnxCodec implements ModelCodec<OnnxModel> {

    /** For {@link java.util.ServiceLoader}. */
    public OnnxCodec() {}

    @Override
    public String id() {
        return "onnx";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends OnnxModel>> types() {
        return Set.of(OnnxModel.class);
    }

    @Override
    public byte[] write(OnnxModel model) {
        String library = "onnxruntime " + OrtEnvironment.getEnvironment().getVersion();
        return new ModelEnvelope(library, OnnxModel.class.getName(), model.file()).toBytes();
    }

    @Override
    public OnnxModel read(byte[] bytes, int version) throws IOException {
        try {
            return OnnxModel.of(ModelEnvelope.of(bytes).payload());
        } catch (OrtException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close(OnnxModel model) {
        model.close();
    }
}
