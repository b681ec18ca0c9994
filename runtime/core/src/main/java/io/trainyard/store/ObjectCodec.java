package io.trainyard.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.trainyard.Format;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Values to bytes and back.
 *
 * <ul>
 *   <li>{@link Format#TEXT}: a {@code String} in UTF-8. What is not UTF-8 is an error, never a replacement character.
 *   <li>{@link Format#BYTES}: a {@code byte[]} as it is.
 *   <li>{@link Format#JSON} and {@link Format#XML}: by Jackson, in UTF-8. The state of an object is its fields, of any
 *       visibility, or the components of a record; getters do not count. A class that is no record needs a constructor
 *       without parameters, or one that is marked {@code @JsonCreator}. {@code java.time}, generic types and
 *       Jackson's annotations work; {@code NaN} and the infinities come back.
 *       XML has no lists directly within lists or maps.
 *   <li>{@link Format#AUTO}: {@code String} as TEXT, {@code byte[]} as BYTES, a type that has a {@link ModelCodec} by that,
 *       everything else as JSON.
 * </ul>
 *
 * <p>The same value gives the same bytes, on every JDK: maps and sets without an order of their own are sorted. A name of
 * a class in the data is never followed, except where a {@code @JsonTypeInfo} of the type asks for it; XML with a document
 * type is refused, entities with it. Properties that the type does not have, and absent ones of primitive types, are
 * errors: half a model is none.
 *
 * <p>What was written as JSON or XML is read back before it is handed out, so that a model that could never be restored
 * is refused while it is still there. Every error is an {@link ObjectFormatException}. Immutable; for any thread.
 */
public final class ObjectCodec {

    private final @Nullable ModelCodecs codecs;

    /** The codec, with the {@link ModelCodec}s of the class path. */
    public ObjectCodec() {
        this(null);
    }

    /** With these codecs, null for those of the class path, which are looked for when they are needed. */
    ObjectCodec(@Nullable ModelCodecs codecs) {
        this.codecs = codecs;
    }

    /**
     * How the bytes of {@code value} are called in {@link Birth#codec}: {@code text}, {@code bytes}, {@code json},
     * {@code xml}, or the id and the version of a {@link ModelCodec}, such as {@code onnx/2}.
     */
    public String form(Object value, Format format) {
        if (format != Format.AUTO) {
            return format.name().toLowerCase(Locale.ROOT);
        }
        if (value instanceof String || value instanceof byte[]) {
            return value instanceof String ? "text" : "bytes";
        }
        return codecs(value.getClass())
                .of(value.getClass())
                .map(codec -> codec.id() + "/" + codec.version())
                .orElse("json");
    }

    /**
     * The value of a stored object, in the form that its version names, or else in {@code format}.
     *
     * @throws ObjectFormatException if the bytes are no such value, or the codec that wrote them is not there
     */
    public <T> T read(StoredObject object, ObjectType<T> type, Format format) {
        String form = object.version().birth().codec();
        int slash = form == null ? -1 : form.indexOf('/');
        if (form == null || slash < 0 || format != Format.AUTO) {
            return read(object.shared(), type, format == Format.AUTO ? named(form, type) : format);
        }
        ModelCodec<?> codec = codecs(TreeFormats.rawClass(type))
                .byId(form.substring(0, slash))
                .orElseThrow(() -> new ObjectFormatException(
                        "these bytes are no " + type + " that could be read here",
                        "they were written by the codec " + form + ", which is not on the class path",
                        "put the library with that codec on the class path",
                        null));
        return ModelCodecs.read(object.shared(), type, codec, form.substring(slash + 1));
    }

    private static Format named(@Nullable String form, ObjectType<?> type) {
        if ("json".equals(form)) {
            return Format.JSON;
        }
        if ("xml".equals(form)) {
            return Format.XML;
        }
        return chosen(type, Format.AUTO);
    }

    private ModelCodecs codecs(Class<?> type) {
        return codecs == null ? ModelCodecs.found(type) : codecs;
    }

    /**
     * The bytes of {@code value}.
     *
     * @throws ObjectFormatException if the value cannot be written so, or not be read back
     */
    public byte[] write(Object value, ObjectType<?> type, Format format) {
        Objects.requireNonNull(value, "value");
        if (chosen(type, format) == Format.JSON && format == Format.AUTO) {
            Optional<ModelCodec<?>> codec = codecs(value.getClass()).of(value.getClass());
            if (codec.isPresent()) {
                return ModelCodecs.write(value, type, codec.get());
            }
        }
        return switch (chosen(type, format)) {
            case TEXT -> Text.encode(demand(value, String.class, format), UTF_8);
            case BYTES -> demand(value, byte[].class, format).clone();
            case XML -> TreeFormats.writeXml(value, type);
            case JSON, AUTO -> TreeFormats.writeJson(value, type);
        };
    }

    /**
     * The value of {@code bytes}.
     *
     * @throws ObjectFormatException if the bytes are no such value
     */
    public <T> T read(byte[] bytes, ObjectType<T> type, Format format) {
        if (chosen(type, format) == Format.JSON && format == Format.AUTO && type.type() instanceof Class<?> raw) {
            Optional<ModelCodec<?>> codec = codecs(raw).of(raw);
            if (codec.isPresent()) {
                return ModelCodecs.read(
                        bytes, type, codec.get(), String.valueOf(codec.get().version()));
            }
        }
        return switch (chosen(type, format)) {
            case TEXT -> as(demandType(type, String.class, format), Text.decode(bytes, UTF_8));
            case BYTES -> as(demandType(type, byte[].class, format), bytes.clone());
            case XML -> TreeFormats.readXml(bytes, type);
            case JSON, AUTO -> TreeFormats.readJson(bytes, type);
        };
    }

    /**
     * Frees what a value holds outside the heap, if the codec by which it is stored can ({@link ModelCodec#close}).
     *
     * @throws RuntimeException if the codec throws
     */
    public void close(Object value, Format format) {
        if (chosen(ObjectType.of(value.getClass()), format) == Format.JSON && format == Format.AUTO) {
            codecs(value.getClass()).of(value.getClass()).ifPresent(codec -> ModelCodecs.close(value, codec));
        }
    }

    private static Format chosen(ObjectType<?> type, Format format) {
        if (format != Format.AUTO) {
            return format;
        }
        return type.type() == String.class ? Format.TEXT : type.type() == byte[].class ? Format.BYTES : Format.JSON;
    }

    private static <V> V demand(Object value, Class<V> wanted, Format format) {
        if (!wanted.isInstance(value)) {
            throw wrongFormat(value.getClass().getTypeName(), wanted, format);
        }
        return wanted.cast(value);
    }

    private static <T> ObjectType<T> demandType(ObjectType<T> type, Class<?> wanted, Format format) {
        if (type.type() != wanted) {
            throw wrongFormat(type.toString(), wanted, format);
        }
        return type;
    }

    private static ObjectFormatException wrongFormat(String found, Class<?> wanted, Format format) {
        return new ObjectFormatException(
                found + " has no format " + format,
                format + " is for " + wanted.getSimpleName() + " only",
                "take Format.JSON, or Format.AUTO, which chooses by the type",
                null);
    }

    // sound: only called where the type was compared with the class of the value
    @SuppressWarnings({"unchecked", "unused"})
    private static <T> T as(ObjectType<T> type, Object value) {
        return (T) value;
    }
}
