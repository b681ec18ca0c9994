package io.trainyard.training;

import io.trainyard.Format;
import io.trainyard.store.ObjectType;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field of a strategy that holds a stored model: how to read and write it, and how it is stored.
 *
 * @param cell the status that the strategy's guard shows
 * @param type what the field holds
 * @param format how it is stored; never {@link Format#AUTO} once the processor has chosen
 * @param reader reads the field
 * @param writer writes the field
 * @param freshness how long a model may serve
 * @param gate which models may take the place of the one that serves
 * @param refreshes whether a live strategy puts in place what another process commits
 * @param <T> the type of the field
 */
public record ModelSlot<T>(
        ModelCell cell,
        ObjectType<T> type,
        Format format,
        Supplier<@Nullable T> reader,
        Consumer<T> writer,
        Freshness freshness,
        PromotionGate gate,
        boolean refreshes) {

    /** A field that takes every model. */
    public ModelSlot(
            ModelCell cell,
            ObjectType<T> type,
            Format format,
            Supplier<@Nullable T> reader,
            Consumer<T> writer,
            Freshness freshness) {
        this(cell, type, format, reader, writer, freshness, PromotionGate.open(), false);
    }

    /** A field whose model serves until a newer one takes its place. */
    public ModelSlot(
            ModelCell cell, ObjectType<T> type, Format format, Supplier<@Nullable T> reader, Consumer<T> writer) {
        this(cell, type, format, reader, writer, Freshness.unlimited());
    }

    /** The same with a gate. */
    public ModelSlot<T> gated(PromotionGate other) {
        return new ModelSlot<>(cell, type, format, reader, writer, freshness, other, refreshes);
    }

    /** The same, refreshed while it is live. */
    public ModelSlot<T> refreshing() {
        return new ModelSlot<>(cell, type, format, reader, writer, freshness, gate, true);
    }

    /** The key in the object store. */
    public String key() {
        return cell.key();
    }
}
