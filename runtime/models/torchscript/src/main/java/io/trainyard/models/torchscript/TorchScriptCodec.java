package io.trainyard.models.torchscript;

import ai.djl.engine.Engine;
import io.trainyard.store.ModelCodec;
import io.trainyard.store.ModelEnvelope;
import java.io.IOException;
import java.util.Set;

/** Stores a {@link TorchScript}: the bytes of its file. Reading it makes code of them, which runs when it is called. */
public final class TorchScriptCodec implements ModelCodec<TorchScript> {

    /** For {@link java.util.ServiceLoader}. */
    public TorchScriptCodec() {}

    @Override
    public String id() {
        return "torchscript";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends TorchScript>> types() {
        return Set.of(TorchScript.class);
    }

    @Override
    public byte[] write(TorchScript network) {
        String library =
                "pytorch " + Engine.getEngine(TorchScript.ENGINE).getVersion() + ", djl " + Engine.getDjlVersion();
        return new ModelEnvelope(library, TorchScript.class.getName(), network.file()).toBytes();
    }

    @Override
    public TorchScript read(byte[] bytes, int version) throws IOException {
        return TorchScript.of(ModelEnvelope.of(bytes).payload());
    }

    @Override
    public void close(TorchScript network) {
        network.close();
    }
}
