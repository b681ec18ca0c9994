package io.trainyard.testkit.demo;

import io.trainyard.store.ModelCodec;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A model that holds something outside the heap, so to speak: it must be closed, once. */
public final class Handle implements AutoCloseable {

    /** Every one that was made since the test cleared it, copies that the store reads included. */
    static final List<Handle> MADE = new CopyOnWriteArrayList<>();

    private final String name;
    private final AtomicInteger closed = new AtomicInteger();

    Handle(String name) {
        this.name = name;
        MADE.add(this);
    }

    boolean isOpen() {
        return closed.get() == 0;
    }

    int closed() {
        return closed.get();
    }

    @Override
    public void close() {
        closed.incrementAndGet();
    }

    @Override
    public String toString() {
        return name + ", closed " + closed + " times";
    }

    /** Stores its name. */
    public static final class Codec implements ModelCodec<Handle> {

        /** For the service loader. */
        public Codec() {}

        @Override
        public String id() {
            return "handle";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Set<Class<? extends Handle>> types() {
            return Set.of(Handle.class);
        }

        @Override
        public byte[] write(Handle value) {
            return value.name.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Handle read(byte[] bytes, int version) {
            return new Handle(new String(bytes, StandardCharsets.UTF_8));
        }

        @Override
        public void close(Handle value) {
            value.close();
        }
    }
}
