package io.trainyard.processor.model;

import com.palantir.javapoet.TypeName;
import io.trainyard.Format;
import io.trainyard.processor.problem.Place;
import java.util.Optional;

/**
 * A stored field.
 *
 * @param field its name
 * @param type its type
 * @param key its key in the object store
 * @param format how it is stored; {@link Format#AUTO} of a type that may have a codec of its own, or else is JSON
 * @param age how old its model may become
 * @param gate which models may take the place of the one that serves; empty for every one
 * @param refresh whether it takes what other processes commit
 * @param place where the field stands
 * @param keyPlace where the key stands
 */
public record SlotModel(
        String field,
        TypeName type,
        String key,
        Format format,
        AgeModel age,
        Optional<GateModel> gate,
        boolean refresh,
        Place place,
        Place keyPlace) {}
