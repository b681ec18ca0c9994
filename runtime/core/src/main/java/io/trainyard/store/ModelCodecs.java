package io.trainyard.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/** The codecs that are there, and which of them is for what. Immutable. */
final class ModelCodecs {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private final Map<String, ModelCodec<?>> byId = new HashMap<>();

    ModelCodecs(Iterable<? extends ModelCodec<?>> codecs) {
        for (ModelCodec<?> codec : codecs) {
            ModelCodec<?> other = byId.put(codec.id(), codec);
            if (other != null || !ID.matcher(codec.id()).matches() || codec.version() < 1) {
                throw new StoreException(Explanation.of(
                        "the codec " + codec.getClass().getName() + " cannot be used",
                        other != null
                                ? "its id, \"" + codec.id() + "\", is that of "
                                        + other.getClass().getName() + ", too"
                                : "its id, \"" + codec.id() + "\", or its version, " + codec.version() + ", is none",
                        "give it an id of its own, of lower-case letters, digits and -, and a version from 1",
                        "the javadoc of io.trainyard.store.ModelCodec"));
            }
        }
    }

    /**
     * Those that the class loader of {@code type} finds, looked up once for each type: a model and its codec come from one loader,
     * whatever the thread that asks first has for its context. For types of the Java platform those of the context.
     */
    static ModelCodecs found(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        boolean platform = loader == null || loader == ClassLoader.getPlatformClassLoader();
        return platform ? Found.CODECS : Found.OF_TYPE.get(type);
    }

    Optional<ModelCodec<?>> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The one with the most specific type for values of this class.
     *
     * @throws ObjectFormatException if two are as specific
     */
    Optional<ModelCodec<?>> of(Class<?> type) {
        List<Match> nearest = new ArrayList<>();
        for (ModelCodec<?> codec : byId.values()) {
            for (Class<?> named : codec.types()) {
                if (named.isAssignableFrom(type)) {
                    nearest.add(new Match(named, codec));
                }
            }
        }
        nearest.removeIf(match -> nearest.stream().anyMatch(other -> other.moreSpecific(match)));
        long codecs = nearest.stream().map(Match::codec).distinct().count();
        if (codecs > 1) {
            throw new ObjectFormatException(
                    type.getTypeName() + " has " + codecs + " codecs",
                    "none of their types is more specific than the others: " + nearest,
                    "name a format for the value, or take one of the codecs off the class path",
                    null);
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest.get(0).codec);
    }

    // sound: a codec is chosen by the class of the value, and what it reads is compared with the type
    @SuppressWarnings("unchecked")
    static byte[] write(Object value, ObjectType<?> type, ModelCodec<?> codec) {
        try {
            byte[] bytes = ((ModelCodec<Object>) codec).write(value);
            Object again = read(bytes, type, codec, String.valueOf(codec.version()));
            if (again != value) {
                close(again, codec);
            }
            return bytes;
        } catch (IOException | RuntimeException e) {
            throw new ObjectFormatException(
                    "this " + value.getClass().getTypeName() + " cannot be stored by the codec " + codec.id(),
                    "it could not be written and read back: " + e,
                    "mend the value, or the codec, " + codec.getClass().getName(),
                    e);
        }
    }

    // sound: a codec is chosen by the class of the value
    @SuppressWarnings("unchecked")
    static void close(Object value, ModelCodec<?> codec) {
        ((ModelCodec<Object>) codec).close(value);
    }

    @SuppressWarnings("unchecked")
    static <T> T read(byte[] bytes, ObjectType<T> type, ModelCodec<?> codec, String version) {
        try {
            Object value = codec.read(bytes.clone(), Integer.parseInt(version));
            if (!TreeFormats.rawClass(type).isInstance(value)) {
                throw new IOException("it gave "
                        + (value == null ? "null" : value.getClass().getTypeName()) + ", which is no " + type);
            }
            return (T) value;
        } catch (IOException | RuntimeException e) {
            throw new ObjectFormatException(
                    "these bytes are no " + type + " of the codec " + codec.id() + "/" + version,
                    String.valueOf(e.getMessage() == null ? e : e.getMessage()),
                    "take the version of the library that wrote them, or train again",
                    e);
        }
    }

    private record Match(Class<?> type, ModelCodec<?> codec) {

        boolean moreSpecific(Match other) {
            return type != other.type && other.type.isAssignableFrom(type);
        }

        /** For example {@code onnx for Model}. */
        @Override
        public String toString() {
            return codec.id() + " for " + type.getSimpleName();
        }
    }

    private static final class Found {
        static final ModelCodecs CODECS = all(ServiceLoader.load(ModelCodec.class));

        static final ClassValue<ModelCodecs> OF_TYPE = new ClassValue<>() {
            @Override
            protected ModelCodecs computeValue(Class<?> type) {
                return all(ServiceLoader.load(ModelCodec.class, type.getClassLoader()));
            }
        };

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static ModelCodecs all(ServiceLoader<ModelCodec> codecs) {
            return new ModelCodecs((Iterable) codecs);
        }
    }
}
