package io.trainyard.models.tribuo;

import io.trainyard.store.ModelCodec;
import io.trainyard.store.ModelEnvelope;
import java.io.IOException;
import java.util.Set;
import org.tribuo.Model;
import org.tribuo.Tribuo;
import org.tribuo.protos.core.ModelProto;

/** Stores each {@link Model} of Tribuo in its protocol-buffer form, with its provenance. */
public final class TribuoCodec implements ModelCodec<Model<?>> {

    private static final String LIBRARY = "tribuo " + Tribuo.VERSION;

    /** For {@link java.util.ServiceLoader}. */
    public TribuoCodec() {}

    @Override
    public String id() {
        return "tribuo";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"}) // there is no class object of Model<?>
    public Set<Class<? extends Model<?>>> types() {
        return (Set) Set.of(Model.class);
    }

    @Override
    public byte[] write(Model<?> model) {
        byte[] bytes = model.serialize().toByteArray();
        return new ModelEnvelope(LIBRARY, model.getClass().getName(), bytes).toBytes();
    }

    @Override
    public Model<?> read(byte[] bytes, int version) throws IOException {
        return Model.deserialize(ModelProto.parseFrom(ModelEnvelope.of(bytes).payload()));
    }
}
