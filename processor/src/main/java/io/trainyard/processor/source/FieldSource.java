package io.trainyard.processor.source;

import io.trainyard.Format;
import io.trainyard.processor.problem.Place;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A stored field.
 *
 * @param name its name
 * @param modifiers its modifiers
 * @param type what it holds
 * @param key its key
 * @param format how it is stored
 * @param formatPlace where the format stands
 * @param maxAge the age from which it is stale
 * @param expiresAfter the age from which it is not used
 * @param refresh whether it takes what other processes commit
 * @param gates its gates, of which there may be one
 * @param place where the field stands
 */
public record FieldSource(
        String name,
        Set<Modifier> modifiers,
        TypeSource type,
        Word key,
        Format format,
        Place formatPlace,
        Word maxAge,
        Word expiresAfter,
        boolean refresh,
        List<GateSource> gates,
        Place place) {

    /** Copies the collections. */
    public FieldSource {
        modifiers = Set.copyOf(modifiers);
        gates = List.copyOf(gates);
    }
}
