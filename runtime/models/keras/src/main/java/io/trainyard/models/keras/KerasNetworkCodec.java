package io.trainyard.models.keras;

import ai.djl.engine.Engine;
import io.trainyard.store.ModelCodec;
import io.trainyard.store.ModelEnvelope;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Set;

/**
 * Stores a {@link KerasNetwork}: its engine, the layers as the Keras file describes them, and its parameters in DJL's form. Reading it
 * makes the same blocks of the description again; no class is loaded by a name out of the bytes.
 */
public final class KerasNetworkCodec implements ModelCodec<KerasNetwork> {

    /** For {@link java.util.ServiceLoader}. */
    public KerasNetworkCodec() {}

    @Override
    public String id() {
        return "keras";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends KerasNetwork>> types() {
        return Set.of(KerasNetwork.class);
    }

    @Override
    public byte[] write(KerasNetwork network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            network.writeTo(out);
        }
        String library = "djl " + Engine.getDjlVersion() + ", keras " + network.version();
        return new ModelEnvelope(library, KerasNetwork.class.getName(), bytes.toByteArray()).toBytes();
    }

    @Override
    public KerasNetwork read(byte[] bytes, int version) throws IOException {
        byte[] payload = ModelEnvelope.of(bytes).payload();
        return KerasNetwork.readFrom(new DataInputStream(new ByteArrayInputStream(payload)));
    }

    @Override
    public void close(KerasNetwork network) {
        network.close();
    }
}
