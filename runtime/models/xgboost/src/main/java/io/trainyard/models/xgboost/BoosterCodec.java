package io.trainyard.models.xgboost;

import io.trainyard.store.ModelCodec;
import io.trainyard.store.ModelEnvelope;
import java.io.IOException;
import java.util.Set;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Stores a {@link Booster} in XGBoost's stable binary form, UBJSON, which its other languages read, too. */
public final class BoosterCodec implements ModelCodec<Booster> {

    private static final String LIBRARY = "xgboost4j "
            + java.util.Objects.requireNonNullElse(Booster.class.getPackage().getImplementationVersion(), "unknown");

    /** For {@link java.util.ServiceLoader}. */
    public BoosterCodec() {}

    @Override
    public String id() {
        return "xgboost";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends Booster>> types() {
        return Set.of(Booster.class);
    }

    @Override
    public byte[] write(Booster booster) throws IOException {
        try {
            return new ModelEnvelope(LIBRARY, Booster.class.getName(), booster.toByteArray("ubj")).toBytes();
        } catch (XGBoostError e) {
            throw new IOException(e);
        }
    }

    @Override
    public Booster read(byte[] bytes, int version) throws IOException {
        try {
            return XGBoost.loadModel(ModelEnvelope.of(bytes).payload());
        } catch (XGBoostError e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close(Booster booster) {
        booster.dispose();
    }
}
