package io.trainyard.training;

import io.trainyard.store.Birth;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoreException;
import io.trainyard.store.StoredObject;
import io.trainyard.store.TrainedBy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the trainings of one backtest came to, kept for the next one. A training is found again where everything that it could
 * depend on is the same: the ingredients of the backtest, the data that are known, the market time, and all trainings of the
 * backtest before it, with their results and the machine time that they took. One miss is therefore followed by others.
 *
 * <p>A training that is found is not called: what it does beside making its models and reporting metrics is not done. What
 * comes from outside of the backtest, such as a file, a random seed of the machine's or a library of another version, is not
 * known here; it has to be named as an ingredient. For one thread.
 */
public final class TrainingCache {

    private static final Logger LOG = LoggerFactory.getLogger(TrainingCache.class);

    private final StoreBackend store;
    private final Function<Instant, String> data;
    private String chain;
    private int found;

    /**
     * A cache for one backtest.
     *
     * @param store where results are kept
     * @param ingredients what all trainings of the backtest depend on
     * @param data a fingerprint of the data that are known at a time of the market
     */
    public TrainingCache(StoreBackend store, List<String> ingredients, Function<Instant, String> data) {
        this.store = store;
        this.data = data;
        this.chain = hash(ingredients);
    }

    /** The name under which the result of a run is kept; call it once, when the run begins. */
    String name(Run run) {
        chain = hash(List.of(
                chain,
                run.occasion().training(),
                run.occasion().due().toString(),
                String.valueOf(run.attempt()),
                run.startedAt().toString(),
                data.apply(run.startedAt())));
        return chain;
    }

    /** What the run came to before, with its metrics and parameters reported again; empty if that is not known. */
    Optional<Settlement.Made> find(String name, Run run, ModelKeeper keeper) {
        List<MadeModel<?>> models = new ArrayList<>();
        Birth birth = null;
        try {
            for (ModelSlot<?> slot : run.job().slots()) {
                Optional<StoredObject> stored = store.newest(key(name, slot));
                if (stored.isEmpty()) {
                    return Optional.empty();
                }
                birth = stored.get().version().birth();
                models.add(keeper.again(slot, stored.get()));
            }
        } catch (RuntimeException e) {
            LOG.warn("{} is trained again, since its result cannot be read from the cache", run.occasion(), e);
            return Optional.empty();
        }
        TrainedBy before = birth == null ? null : birth.trainedBy();
        Duration took = before == null ? null : before.took();
        if (birth == null || took == null) {
            return Optional.empty();
        }
        birth.parameters().forEach(run::parameter);
        birth.metrics().forEach(run::metric);
        found++;
        return Optional.of(new Settlement.Made(took, models, birth.dataEnd()));
    }

    /** How many runs were found so far. */
    public int found() {
        return found;
    }

    /** Keeps what a run came to, if there is room for it. */
    void keep(String name, Run run, Settlement.Made made) {
        Birth birth = Birth.at(run.startedAt())
                .withDataEnd(made.dataEnd())
                .withTrainedBy(new TrainedBy(run.occasion().training(), null, null, null, made.took(), null))
                .withParameters(run.report().parameters())
                .withMetrics(run.report().metrics());
        try {
            for (MadeModel<?> model : made.models()) {
                store.commit(key(name, model.slot()), model.content(), birth.withCodec(model.form()));
            }
        } catch (StoreException e) {
            LOG.warn("the result of {} is not kept in the cache: {}", run.occasion(), e.getMessage());
        }
    }

    /** Takes note of a result, on which later trainings may depend. */
    void followed(Settlement result) {
        List<String> parts = new ArrayList<>(List.of(chain));
        if (result instanceof Settlement.Made made) {
            parts.add(nanos(made.took()));
            made.models().forEach(model -> parts.add(hash(model.content())));
        } else {
            parts.add("failed " + nanos(result.took()));
        }
        chain = hash(parts);
    }

    private static String nanos(Duration took) {
        return String.valueOf(took.toNanos());
    }

    private static ObjectKey key(String name, ModelSlot<?> slot) {
        return ObjectKey.of("trainings/" + name + "/"
                + hash(List.of(slot.key(), slot.format().name(), slot.type().toString())));
    }

    /** What a store holds, as an ingredient: every version under every key. */
    public static String contents(StoreBackend store) {
        TreeMap<String, String> versions = new TreeMap<>();
        store.keys("").forEach(key -> versions.put(key.value(), String.valueOf(store.versions(key))));
        return versions.toString();
    }

    private static String hash(List<String> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(part.length()).append(':').append(part));
        return hash(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
