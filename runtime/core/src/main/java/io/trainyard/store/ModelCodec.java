package io.trainyard.store;

import java.io.IOException;
import java.util.Set;

/**
 * How objects of some types become bytes: for models that are no plain data, such as those of a machine-learning library.
 * Found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/io.trainyard.store.ModelCodec}, and for the compiler, which refuses fields that nothing can store,
 * put a file {@code io/trainyard/codecs/} and the binary name of the type beside it, for each type. It is used for every type that it names, and for their
 * subtypes, where the format is {@code AUTO}; of several codecs the one with the most specific type. A version says by
 * which codec it was written ({@link Birth#codec}), so that it is read by that one, whatever is found then.
 *
 * <p>Must be usable from any thread. The same object should give the same bytes.
 *
 * @param <T> what it writes and reads
 */
public interface ModelCodec<T> {

    /** Its name for good: lower-case letters, digits and {@code -}, such as {@code onnx}. */
    String id();

    /** The version of the form that it writes, from 1. */
    int version();

    /** The types that it is for. */
    Set<Class<? extends T>> types();

    /**
     * The bytes of a value.
     *
     * @throws IOException if it cannot be written; a {@code RuntimeException} will do as well
     */
    byte[] write(T value) throws IOException;

    /**
     * The value of bytes.
     *
     * @param version the form that they are in
     * @throws IOException if they cannot be read; a {@code RuntimeException} will do as well
     */
    T read(byte[] bytes, int version) throws IOException;

    /**
     * Frees what a model holds outside the heap, such as memory of a native library; does nothing where a codec does not say
     * otherwise. Called for the copy by which it is tried, at each save, whether a model can be read back, and by the host for
     * what a {@code @Stored} field holds: when another model has replaced it and no training is at work that may have got hold
     * of it, when a training has returned it and it is not put in place, and when the strategy has ended. So a strategy takes its
     * model from the field each time, and keeps neither it nor parts of it elsewhere. What a method that writes its fields
     * itself has replaced is that method's to close.
     */
    default void close(T value) {}
}
