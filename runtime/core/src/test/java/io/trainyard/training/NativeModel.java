package io.trainyard.training;

import io.trainyard.store.ModelCodec;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that holds something outside the heap, so to speak: it knows how often it was closed. */
public final class NativeModel {

    private final String name;
    private final boolean stuck;
    private final AtomicInteger closed = new AtomicInteger();

    NativeModel(String name) {
        this(name, false);
    }

    /** One that does not close if it is {@code stuck}; copies of it do. */
    NativeModel(String name, boolean stuck) {
        this.name = name;
        this.stuck = stuck;
    }

    int closed() {
        return closed.get();
    }

    boolean isOpen() {
        return closed.get() == 0;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Stores its name. */
    public static final class Codec implements ModelCodec<NativeModel> {

        /** For the service loader. */
        public Codec() {}

        @Override
        public String id() {
            return "native-of-the-tests";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Set<Class<? extends NativeModel>> types() {
            return Set.of(NativeModel.class);
        }

        @Override
        public byte[] write(NativeModel value) {
            if (value.name.isEmpty()) {
                throw new IllegalStateException("a model without a name");
            }
            return value.name.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public NativeModel read(byte[] bytes, int version) {
            return new NativeModel(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void close(NativeModel value) {
            value.closed.incrementAndGet();
            if (value.stuck) {
                throw new IllegalStateException("it does not close");
            }
        }
    }
}
