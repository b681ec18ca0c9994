package io.trainyard.training;

import io.trainyard.market.History;
import io.trainyard.store.Birth;
import io.trainyard.store.Commit;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectCodec;
import io.trainyard.store.ObjectFormatException;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.store.StoredObject;
import io.trainyard.time.MarketClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the models of a strategy: restores them at deployment, stores what a training made. */
public final class ModelKeeper {

    private final StoreBackend store;
    private final ObjectCodec codec = new ObjectCodec();
    private final MarketClock clock;
    private final History history;
    private final Optional<String> code;
    private @Nullable TrainingCache cache;
    private Duration embargo = Duration.ZERO;
    /** The last version of each key that trainings of this strategy have made; also the lock of its commits. */
    private final Map<ObjectKey, ModelVersion> own = new HashMap<>();

    /** Keeps models of a strategy whose code nobody knows. */
    public ModelKeeper(StoreBackend store, MarketClock clock, History history) {
        this(store, clock, history, Optional.empty());
    }

    /**
     * Keeps models in {@code store}, as of the time that {@code clock} shows.
     *
     * @param code the {@linkplain CodeFingerprint fingerprint} of the strategy
     */
    public ModelKeeper(StoreBackend store, MarketClock clock, History history, Optional<String> code) {
        this.store = store;
        this.clock = clock;
        this.history = history;
        this.code = code;
    }

    /** Looks for the results of trainings in a cache, too. */
    public ModelKeeper cachingIn(TrainingCache trainings) {
        this.cache = trainings;
        return this;
    }

    /** Restores no version before this long after the end of its data. */
    public ModelKeeper withEmbargo(Duration length) {
        this.embargo = length;
        return this;
    }

    @Nullable
    TrainingCache cache() {
        return cache;
    }

    /** A model that a training made before. */
    <T> MadeModel<T> again(ModelSlot<T> slot, StoredObject stored) {
        String form = stored.version().birth().codec();
        return new MadeModel<>(slot, read(slot, stored), stored.content(), form == null ? "" : form, true);
    }

    /** The fingerprint of the code that trains. */
    Optional<String> code() {
        return code;
    }

    /**
     * Puts the newest version that can be seen now into a slot.
     *
     * @return the version; empty if the store has none
     * @throws RuntimeException if the store cannot be read or the object does not fit the field; the slot stays as it is
     */
    public <T> Optional<ModelVersion> restore(ModelSlot<T> slot) {
        Optional<StoredObject> stored = store.asOf(ObjectKey.of(slot.key()), clock.now(), embargo);
        stored.ifPresent(object -> publish(slot, read(slot, object), object.version()));
        return stored.map(StoredObject::version);
    }

    private <T> T read(ModelSlot<T> slot, StoredObject object) {
        try {
            return codec.read(object, slot.type(), slot.format());
        } catch (ObjectFormatException e) {
            throw e.under(slot.key());
        }
    }

    private <T> byte[] write(ModelSlot<T> slot, T value) {
        try {
            return codec.write(value, slot.type(), slot.format());
        } catch (ObjectFormatException e) {
            throw e.under(slot.key());
        }
    }

    /** Frees what a model holds outside the heap. */
    void close(ModelSlot<?> slot, Object value) {
        codec.close(value, slot.format());
    }

    /** When the latest data that a training sees that runs on this thread have ended. */
    @Nullable
    Instant dataEnd() {
        return history.knownUntil().orElse(null);
    }

    /** Writes a model down as it is now, on the thread of its training. */
    <T> MadeModel<T> make(ModelSlot<T> slot, T value, boolean replaces) {
        return new MadeModel<>(slot, value, write(slot, value), codec.form(value, slot.format()), replaces);
    }

    /** Commits a model, through the gate of its field; what it returns is durable. {@code asOf} as in {@link Promotion#of}. */
    Promotion commit(MadeModel<?> model, Birth birth, @Nullable Instant asOf) {
        ObjectKey key = ObjectKey.of(model.slot().key());
        Commit commit = Commit.of(key, model.content(), birth.withCodec(model.form()));
        synchronized (own) {
            Promotion promotion = Promotion.of(store, commit, model.slot().gate(), asOf);
            own.put(key, promotion.version());
            return promotion;
        }
    }

    /**
     * The current version, where somebody else has committed it after the one in place.
     *
     * @throws RuntimeException if the store cannot be read or the object does not fit the field
     */
    public <T> Optional<RefreshedModel<T>> newer(ModelSlot<T> slot) {
        ObjectKey key = ObjectKey.of(slot.key());
        Optional<StoredObject> stored;
        synchronized (own) { // so that a version of its own is known as such
            stored = store.head(key)
                    .filter(head -> isNewer(slot, head))
                    .flatMap(head -> store.newest(key))
                    .filter(object -> isNewer(slot, object.version()));
        }
        return stored.map(object -> new RefreshedModel<>(slot, read(slot, object), object.version()));
    }

    private boolean isNewer(ModelSlot<?> slot, ModelVersion version) {
        ModelVersion mine = own.get(ObjectKey.of(slot.key()));
        boolean isMine = mine != null
                && mine.number() == version.number()
                && mine.committedAt().equals(version.committedAt());
        return !isMine && slot.cell().isOlderThan(version);
    }

    private <T> void publish(ModelSlot<T> slot, T value, ModelVersion version) {
        slot.writer().accept(value);
        slot.cell().become(slot.freshness().at(Duration.between(version.savedAt(), clock.now())), version);
    }
}
