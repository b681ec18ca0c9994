package io.trainyard.processor.model;

import com.palantir.javapoet.TypeName;
import io.trainyard.Format;
import io.trainyard.processor.problem.Place;

/**
 * A stored field.
 *
 * @param field its name
 * @param type its type
 * @param key its key in the object store
 * @param format how it is stored, never {@link Format#AUTO}
 * @param age how old its model may become
 * @param place where the field stands
 * @param keyPlace where the key stands
 */
public record SlotModel(
        String field, TypeName type, String key, Format format, AgeModel age, Place place, Place keyPlace) {}
