package io.trainyard.store;

import io.trainyard.Format;
import io.trainyard.time.MarketClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a strategy keeps beyond its run: text, bytes, JSON and XML under keys.
 *
 * <p>A save is complete when the method returns; when it throws, what was there before is still there. Each save makes a
 * new version, saved at the time of the market's clock; older ones are kept as long as the quota has room for them.
 *
 * <p>A store that looks <i>as of</i> its clock, as in a backtest, sees nothing of the clock's future: no version that was
 * saved later, and none whose data, with the embargo, ended later, is read, listed, or deleted; asking for such a version
 * by its number is a {@link LookAheadException}. The quota counts them nevertheless.
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

    private final ObjectView view;
    private final ObjectCodec codec = new ObjectCodec();

    private ObjectStore(ObjectView view) {
        this.view = view;
    }

    /** A store that always sees the newest versions: live. */
    public static ObjectStore newest(StoreBackend backend, MarketClock clock) {
        return new ObjectStore(new ObjectView(backend, clock, false, Duration.ZERO, Permissions.ALL));
    }

    /** A store that sees what could be seen at the clock's time: a backtest. */
    public static ObjectStore asOf(StoreBackend backend, MarketClock clock) {
        return asOf(backend, clock, Duration.ZERO);
    }

    /** The same, where a version stays unseen for so long after the end of its data. */
    public static ObjectStore asOf(StoreBackend backend, MarketClock clock, Duration embargo) {
        return new ObjectStore(new ObjectView(backend, clock, true, embargo, Permissions.ALL));
    }

    /** The same store for somebody who may do no more than this. */
    public ObjectStore with(Permissions granted) {
        return new ObjectStore(view.with(granted));
    }

    /** What one may do here. */
    public Permissions permissions() {
        return view.permissions();
    }

    /** Whether there is something to read under the key. */
    public boolean containsKey(String key) {
        return view.contains(ObjectKey.of(key));
    }

    /** Text that was saved as UTF-8. */
    public String readText(String key) {
        return read(key, TEXT, Format.TEXT);
    }

    /** Text that was saved in this charset; what is none in it is an error. */
    public String readText(String key, Charset charset) {
        try {
            return Text.decode(view.newest(ObjectKey.of(key)).shared(), charset);
        } catch (ObjectFormatException e) {
            throw e.under(key);
        }
    }

    /** Bytes as they were saved. */
    public byte[] readBytes(String key) {
        return view.newest(ObjectKey.of(key)).taken();
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

    /** The bytes of the key as a stream, verified before the first is read. */
    public InputStream openRead(String key) {
        return new ByteArrayInputStream(view.newest(ObjectKey.of(key)).shared());
    }

    /**
     * Writes what was saved from a file or a folder to {@code target}, which must not exist, or be an empty folder.
     *
     * @throws StoreException if it cannot be written
     */
    public ModelVersion readInto(String key, Path target) {
        StoredObject object = view.newest(ObjectKey.of(key));
        try {
            PathBridge.unpack(object, target);
            return object.version();
        } catch (IOException e) {
            throw PathBridge.failed("\"" + key + "\" was not written to " + target, e);
        }
    }

    /**
     * Has {@code reader} read the file or folder that was saved, from a temporary place that is gone afterwards: for
     * libraries that read nothing else.
     *
     * @throws StoreException if the reader cannot
     */
    public <T> T readThrough(String key, PathReader<T> reader) {
        StoredObject object = view.newest(ObjectKey.of(key));
        try {
            return PathBridge.withTemporary(ObjectKey.of(key), path -> {
                PathBridge.unpack(object, path);
                return reader.read(path);
            });
        } catch (IOException e) {
            throw PathBridge.failed("\"" + key + "\" was not read", e);
        }
    }

    /**
     * One version by its number, candidates included.
     *
     * @throws MissingObjectException if it is not there
     * @throws LookAheadException if it could not be known at the clock's time, and this store looks as of it
     */
    public StoredObject version(String key, long number) {
        return view.version(ObjectKey.of(key), number);
    }

    /** Saves text as UTF-8. */
    public ModelVersion saveText(String key, String text) {
        return save(key, text, TEXT, Format.TEXT);
    }

    /** Saves text in this charset; what cannot be written in it is an error. */
    public ModelVersion saveText(String key, String text, Charset charset) {
        ObjectKey checked = ObjectKey.of(key);
        try {
            return view.commit(checked, Text.encode(demand(text, key), charset), "text");
        } catch (ObjectFormatException e) {
            throw e.under(key);
        }
    }

    /** Saves bytes as they are. */
    public ModelVersion saveBytes(String key, byte[] bytes) {
        return view.commit(ObjectKey.of(key), demand(bytes, key).clone(), "bytes");
    }

    /** Saves a file, or a folder with all that is in it, as one version; {@link FileTree} says what a folder may hold. */
    public ModelVersion saveFrom(String key, Path fileOrFolder) {
        view.permissions().demandWrite("saving");
        ObjectKey checked = ObjectKey.of(key);
        try {
            PathBridge.Packed packed = PathBridge.pack(fileOrFolder);
            return view.commit(checked, packed.content(), packed.codec());
        } catch (ObjectFormatException e) {
            throw e.under(key);
        } catch (IOException e) {
            throw PathBridge.failed("\"" + key + "\" was not saved from " + fileOrFolder, e);
        }
    }

    /**
     * Has {@code writer} write a file or a folder to a temporary path where nothing is yet, and saves it when the writer
     * returns: for libraries that write nothing else. Nothing is saved if it throws.
     *
     * @throws StoreException if the writer cannot, or wrote nothing
     */
    public ModelVersion saveThrough(String key, PathWriter writer) {
        view.permissions().demandWrite("saving");
        ObjectKey checked = ObjectKey.of(key);
        try {
            return PathBridge.withTemporary(checked, path -> {
                writer.write(path);
                return saveFrom(key, path);
            });
        } catch (IOException e) {
            throw PathBridge.failed("\"" + key + "\" was not saved", e);
        }
    }

    /**
     * A stream whose bytes are saved when it is closed, and only then; {@code close} throws what a save throws. A
     * {@code try} statement closes it after an error as well: write through {@link #saveStream} where writing can fail.
     */
    public OutputStream openWrite(String key) {
        view.permissions().demandWrite("saving");
        return stream(ObjectKey.of(key));
    }

    /**
     * Saves what {@code writer} writes to a stream, when it returns. Nothing is saved if it throws.
     *
     * @throws StoreException if the writer throws an {@code IOException}
     */
    public void saveStream(String key, StreamWriter writer) {
        view.permissions().demandWrite("saving");
        CommittingStream out = stream(ObjectKey.of(key));
        try {
            writer.write(out);
        } catch (IOException e) {
            out.abandon();
            throw PathBridge.failed("\"" + key + "\" was not saved", e);
        } catch (RuntimeException | Error e) {
            out.abandon();
            throw e;
        }
        out.close();
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
        view.keys(prefix).forEach(key -> keys.add(key.value()));
        return keys;
    }

    /** Removes the key with all versions that can be seen; false if there was none. */
    public boolean delete(String key) {
        return view.delete(ObjectKey.of(key));
    }

    /** Removes everything that can be seen. */
    public void clear() {
        view.clear();
    }

    /** The versions of the key that can be seen, the lowest number first; empty if there is none. */
    public List<ModelVersion> versions(String key) {
        return view.versions(ObjectKey.of(key));
    }

    /** What the whole store holds. */
    public Usage usage() {
        return view.usage();
    }

    /** What it may hold. */
    public Quota quota() {
        return view.quota();
    }

    private <T> T read(String key, ObjectType<T> type, Format format) {
        StoredObject object = view.newest(ObjectKey.of(key));
        try {
            return codec.read(object, type, format);
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
        return view.commit(checked, bytes, codec.form(value, format));
    }

    private CommittingStream stream(ObjectKey key) {
        long most = view.quota().maxBytes();
        return new CommittingStream(
                most, bytes -> view.commit(key, bytes, "bytes"), bytes -> view.commit(key, bytes, "bytes"));
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
