package io.trainyard.samples.svmdirection;

import io.trainyard.models.libsvm.LibsvmCodec;
import io.trainyard.store.ModelCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Stores a {@link Direction}: the scaling, and the machine as LIBSVM's codec writes it. Named in
 * {@code META-INF/services/io.trainyard.store.ModelCodec}.
 */
public final class DirectionCodec implements ModelCodec<Direction> {

    private final LibsvmCodec libsvm = new LibsvmCodec();

    /** For {@link java.util.ServiceLoader}. */
    public DirectionCodec() {}

    @Override
    public String id() {
        return "svm-direction";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Direction>> types() {
        return Set.of(Direction.class);
    }

    @Override
    public byte[] write(Direction direction) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(direction.scaling().mean().size());
            for (double each : direction.scaling().mean()) {
                out.writeDouble(each);
            }
            for (double each : direction.scaling().deviation()) {
                out.writeDouble(each);
            }
            out.writeInt(libsvm.version());
            out.write(libsvm.write(direction.machine()));
        }
        return bytes.toByteArray();
    }

    @Override
    public Direction read(byte[] bytes, int version) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int features = in.readInt();
            Scaling scaling = new Scaling(doubles(in, features), doubles(in, features));
            int form = in.readInt();
            return new Direction(scaling, libsvm.read(in.readAllBytes(), form));
        }
    }

    private static List<Double> doubles(DataInputStream in, int count) throws IOException {
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(in.readDouble());
        }
        return values;
    }
}
