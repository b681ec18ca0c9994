package io.trainyard.models.djl;

import ai.djl.MalformedModelException;
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
 * Stores a {@link Network}: its engine, the name of its {@link Architecture}, and its parameters in DJL's form. Reading it runs that class's
 * {@code block()}, a class of the program's own class path, and nothing out of the bytes.
 */
public final class NetworkCodec implements ModelCodec<Network> {

    /** For {@link java.util.ServiceLoader}. */
    public NetworkCodec() {}

    @Override
    public String id() {
        return "djl";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Network>> types() {
        return Set.of(Network.class);
    }

    @Override
    public byte[] write(Network network) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(network.engine());
            network.model().getBlock().saveParameters(out);
        }
        String library = "djl " + Engine.getDjlVersion();
        return new ModelEnvelope(library, network.architecture().getName(), bytes.toByteArray()).toBytes();
    }

    @Override
    public Network read(byte[] bytes, int version) throws IOException {
        ModelEnvelope envelope = ModelEnvelope.of(bytes);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(envelope.payload()))) {
            Network network = Network.of(architecture(envelope.type()), in.readUTF());
            boolean read = false;
            try {
                network.model().getBlock().loadParameters(network.model().getNDManager(), in);
                read = true;
                return network;
            } finally {
                if (!read) {
                    network.close();
                }
            }
        } catch (MalformedModelException e) {
            throw new IOException(
                    "its parameters do not fit " + envelope.type()
                            + ", which was changed since it was stored, or they are no parameters",
                    e);
        }
    }

    private static Class<? extends Architecture> architecture(String name) throws IOException {
        try {
            // not initialized before it is known to be an architecture
            Class<?> found = Class.forName(name, false, loader());
            return found.asSubclass(Architecture.class);
        } catch (ClassNotFoundException | ClassCastException e) {
            throw new IOException(
                    "it is a network of " + name
                            + ", which is no Architecture on the class path: put it back, or train again",
                    e);
        }
    }

    private static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? NetworkCodec.class.getClassLoader() : context;
    }

    @Override
    public void close(Network network) {
        network.close();
    }
}
