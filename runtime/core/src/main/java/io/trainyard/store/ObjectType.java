package io.trainyard.store;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A type that can be read back from a store, generic ones included: {@code ObjectType.of(Line.class)}, or
 * {@code new ObjectType<List<Line>>() {}}.
 *
 * @param <T> the type
 */
public abstract class ObjectType<T> {

    private final Type type;

    /** Takes the type from the subclass's {@code extends} clause; made for anonymous subclasses. */
    protected ObjectType() {
        if (!(getClass().getGenericSuperclass() instanceof ParameterizedType parameterized)) {
            throw new IllegalStateException("write new ObjectType<List<Line>>() {} with the type in full");
        }
        this.type = parameterized.getActualTypeArguments()[0];
    }

    private ObjectType(Type type) {
        this.type = type;
    }

    /** A class that is not generic. */
    public static <T> ObjectType<T> of(Class<T> type) {
        return new OfClass<>(type);
    }

    /** The type as reflection knows it. */
    public final Type type() {
        return type;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof ObjectType<?> that && type.equals(that.type);
    }

    @Override
    public final int hashCode() {
        return type.hashCode();
    }

    @Override
    public final String toString() {
        return type.getTypeName();
    }

    private static final class OfClass<T> extends ObjectType<T> {
        OfClass(Class<T> type) {
            super(type);
        }
    }
}
