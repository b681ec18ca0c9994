package io.trainyard.store;

import io.trainyard.Format;
import io.trainyard.time.MarketClock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a strategy keeps beyond its run: text, bytes, JSON and XML under keys.
 *
 * <p>A save is complete when the method returns; when it throws, what was there before is still there. Each save makes a
 * new version, saved at the time of the market's clock; older ones are kept as long as the quota has room for them.
 *
 * <p>A store that looks <i>as of</i> its clock, as in a backtest, sees nothing of the clock's future: no version that was
 * saved later, and none whose data ended later, is read, listed, or deleted. The quota counts them nevertheless.
 *
 * <p>Keys are as {@link ObjectKey} says; every method throws {@link IllegalArgumentException} for any other text, with
 * what to write instead. Readers throw {@link MissingObjectException}, {@link DamagedObjectException} and
 * {@link ObjectFormatException}, savers {@link QuotaExceededException}; all of them are {@link StoreException}s. May be
 * used from any thread.
 */
public final class ObjectStore {

    private static final ObjectType<String> TEXT = ObjectType.of(String.class);
    private static final ObjectType<?> MAP = new ObjectType<Map<Object, Object>>() {};
    private static final ObjectType<?> SET = new ObjectType<Set<Object>>() {};
    private static final ObjectType<?> LIST = new ObjectType<Collection<Object>>() {};

    private final StoreBackend backend;
    private final MarketClock clock;
    private final boolean asOf;
    private final ObjectCodec codec = new ObjectCodec();

    private ObjectStore(StoreBackend backend, MarketClock clock, boolean asOf) {
        this.backend = backend;
        this.clock = clock;
        this.asOf = asOf;
    }

    /** A store that always sees the newest versions: live. */
    public static ObjectStore newest(StoreBackend backend, MarketClock clock) {
        return new ObjectStore(backend, clock, false);
    }

    /** A store that sees what could be seen at the clock's time: a backtest. */
    public static ObjectStore asOf(StoreBackend backend, MarketClock clock) {
        return new ObjectStore(backend, clock, true);
    }

    /** Whether there is something to read under the key. */
    public boolean containsKey(String key) {
        return contains(ObjectKey.of(key));
    }

    /** Text that was saved as UTF-8. */
    public String readText(String key) {
        return read(key, TEXT, Format.TEXT);
    }

    /** Bytes as they were saved. */
    public byte[] readBytes(String key) {
        return object(ObjectKey.of(key)).content();
    }

    /** A value that was saved as JSON. */
    public <T> T readJson(String key, Class<T> type) {
        return readJson(key, ObjectType.of(type));
    }

    /** A value of a generic type that was saved as JSON. */
    public <T> T readJson(String key, ObjectType<T> type) {
        return read(key, type, Format.JSON);
    }

    /** A value that was saved as XML. */
    public <T> T readXml(String key, Class<T> type) {
        return readXml(key, ObjectType.of(type));
    }

    /** A value of a generic type that was saved as XML. */
    public <T> T readXml(String key, ObjectType<T> type) {
        return read(key, type, Format.XML);
    }

    /** Saves text as UTF-8. */
    public ModelVersion saveText(String key, String text) {
        return save(key, text, TEXT, Format.TEXT);
    }

    /** Saves bytes as they are. */
    public ModelVersion saveBytes(String key, byte[] bytes) {
        ObjectKey checked = ObjectKey.of(key);
        return backend.commit(checked, demand(bytes, key), Birth.at(clock.now()));
    }

    /** Saves a value as JSON, as what its class says. */
    public ModelVersion saveJson(String key, Object value) {
        return save(key, value, typeOf(demand(value, key)), Format.JSON);
    }

    /** Saves a value of a generic type as JSON. */
    public <T> ModelVersion saveJson(String key, T value, ObjectType<? super T> type) {
        return save(key, value, type, Format.JSON);
    }

    /** Saves a value as XML, as what its class says. */
    public ModelVersion saveXml(String key, Object value) {
        return save(key, value, typeOf(demand(value, key)), Format.XML);
    }

    /** Saves a value of a generic type as XML. */
    public <T> ModelVersion saveXml(String key, T value, ObjectType<? super T> type) {
        return save(key, value, type, Format.XML);
    }

    /** All keys that have something to read, in the order of their characters; a snapshot. */
    public SortedSet<String> keys() {
        return keys("");
    }

    /** The keys that start with {@code prefix}, such as {@code sunday-trend/}; a snapshot. */
    public SortedSet<String> keys(String prefix) {
        SortedSet<String> keys = new TreeSet<>();
        visible(prefix).forEach(key -> keys.add(key.value()));
        return keys;
    }

    /** Removes the key with all versions that can be seen; false if there was none. */
    public boolean delete(String key) {
        return delete(ObjectKey.of(key));
    }

    /** Removes everything that can be seen. */
    public void clear() {
        visible("").forEach(this::delete);
    }

    /** The versions of the key that can be seen, the lowest number first; empty if there is none. */
    public List<ModelVersion> versions(String key) {
        List<ModelVersion> all = backend.versions(ObjectKey.of(key));
        Instant now = clock.now();
        return asOf ? all.stream().filter(AsOf.at(now)::sees).toList() : all;
    }

    /** What the whole store holds. */
    public Usage usage() {
        return backend.usage();
    }

    /** What it may hold. */
    public Quota quota() {
        return backend.quota();
    }

    private boolean contains(ObjectKey key) {
        return asOf ? AsOf.at(clock.now()).newest(backend.versions(key)).isPresent() : backend.contains(key);
    }

    private SortedSet<ObjectKey> visible(String prefix) {
        SortedSet<ObjectKey> keys = new TreeSet<>(backend.keys(prefix));
        keys.removeIf(key -> !contains(key));
        return keys;
    }

    private boolean delete(ObjectKey key) {
        if (!asOf) {
            return backend.delete(key);
        }
        AsOf now = AsOf.at(clock.now());
        return backend.delete(
                key,
                backend.versions(key).stream()
                        .filter(now::sees)
                        .map(ModelVersion::number)
                        .collect(Collectors.toSet()));
    }

    private StoredObject object(ObjectKey key) {
        Instant now = clock.now();
        Optional<StoredObject> found = asOf ? backend.asOf(key, now) : backend.newest(key);
        return found.orElseThrow(() -> missing(key, now));
    }

    private MissingObjectException missing(ObjectKey key, Instant now) {
        List<ModelVersion> later = asOf ? backend.versions(key) : List.of();
        String why = later.isEmpty()
                ? "nothing is saved under this key" + (asOf ? " as of " + now : "")
                : "as of " + now + " nothing is: version " + later.get(0).number() + " was saved at "
                        + later.get(0).savedAt()
                        + later.get(0)
                                .lastData()
                                .map(end -> ", from data up to " + end)
                                .orElse("");
        return new MissingObjectException(key, why, visible());
    }

    /** What there is to suggest; damage elsewhere is no reason to hide that the key is missing. */
    private SortedSet<ObjectKey> visible() {
        try {
            return visible("");
        } catch (StoreException unreadable) {
            return Collections.emptySortedSet();
        }
    }

    private <T> T read(String key, ObjectType<T> type, Format format) {
        StoredObject object = object(ObjectKey.of(key));
        try {
            return codec.read(object.shared(), type, format);
        } catch (ObjectFormatException e) {
            throw e.under(key);
        }
    }

    private ModelVersion save(String key, Object value, ObjectType<?> type, Format format) {
        ObjectKey checked = ObjectKey.of(key);
        byte[] bytes;
        try {
            bytes = codec.write(demand(value, key), type, format);
        } catch (ObjectFormatException e) {
            throw e.under(key);
        }
        return backend.commit(checked, bytes, Birth.at(clock.now()));
    }

    /** What a value is called when nobody says: collections by their interface, since readers do so, too. */
    private static ObjectType<?> typeOf(Object value) {
        if (value instanceof Map) {
            return MAP;
        }
        if (value instanceof Set) {
            return SET;
        }
        if (value instanceof Collection) {
            return LIST;
        }
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        return ObjectType.of(type);
    }

    private static <T> T demand(T value, String key) {
        return Objects.requireNonNull(
                value, () -> "null cannot be saved under \"" + key + "\"; to remove the key, delete it");
    }
}
