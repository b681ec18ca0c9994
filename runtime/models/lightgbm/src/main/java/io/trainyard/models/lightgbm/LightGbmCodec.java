package io.trainyard.models.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import io.trainyard.store.ModelCodec;
import io.trainyard.store.ModelEnvelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;

/**
 * Stores a {@link LGBMBooster} in LightGBM's text form, which its other languages read, too. The library must be loaded by one
 * class loader only.
 */
public final class LightGbmCodec implements ModelCodec<LGBMBooster> {

    private static final String LIBRARY = "lightgbm4j "
            + Objects.requireNonNullElse(LGBMBooster.class.getPackage().getImplementationVersion(), "unknown");

    /** For {@link java.util.ServiceLoader}; loads the library, so that it is loaded from a folder of this JVM's own. */
    public LightGbmCodec() {
        PrivateNatives.require();
    }

    @Override
    public String id() {
        return "lightgbm";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Set<Class<? extends LGBMBooster>> types() {
        return Set.of(LGBMBooster.class);
    }

    @Override
    public byte[] write(LGBMBooster booster) throws IOException {
        try {
            String text = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
            return new ModelEnvelope(LIBRARY, LGBMBooster.class.getName(), text.getBytes(StandardCharsets.UTF_8))
                    .toBytes();
        } catch (LGBMException e) {
            throw new IOException(e);
        }
    }

    @Override
    public LGBMBooster read(byte[] bytes, int version) throws IOException {
        try {
            return LGBMBooster.loadModelFromString(
                    new String(ModelEnvelope.of(bytes).payload(), StandardCharsets.UTF_8));
        } catch (LGBMException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close(LGBMBooster booster) {
        try {
            booster.close();
        } catch (LGBMException e) {
            throw new IllegalStateException("LightGBM does not let go of a booster", e);
        }
    }
}
