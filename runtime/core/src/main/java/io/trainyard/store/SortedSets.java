package io.trainyard.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.jsontype.TypeSerializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.ValueSerializerModifier;
import tools.jackson.databind.type.CollectionType;

/**
 * Writes sets that have no order of their own in the natural order of their elements: {@code Set.of} shuffles anew in
 * every JVM, and the same value is to give the same bytes.
 */
final class SortedSets extends SimpleModule {

    private static final long serialVersionUID = 1L;

    SortedSets() {
        super("sorted-sets");
        setSerializerModifier(new Modifier());
    }

    private static final class Modifier extends ValueSerializerModifier {
        private static final long serialVersionUID = 1L;

        @Override
        public ValueSerializer<?> modifyCollectionSerializer(
                SerializationConfig config,
                CollectionType type,
                BeanDescription.Supplier description,
                ValueSerializer<?> serializer) {
            return Set.class.isAssignableFrom(type.getRawClass()) ? new Sorting(serializer) : serializer;
        }
    }

    private static final class Sorting extends ValueSerializer<Object> {

        private final ValueSerializer<Object> elements;

        @SuppressWarnings("unchecked")
        Sorting(ValueSerializer<?> elements) {
            this.elements = (ValueSerializer<Object>) elements;
        }

        @Override
        public void resolve(SerializationContext context) {
            elements.resolve(context);
        }

        @Override
        public ValueSerializer<?> createContextual(SerializationContext context, BeanProperty property) {
            return new Sorting(elements.createContextual(context, property));
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
            elements.serialize(sorted(value), generator, context);
        }

        @Override
        public void serializeWithType(
                Object value, JsonGenerator generator, SerializationContext context, TypeSerializer type) {
            elements.serializeWithType(value, generator, context, type);
        }

        @Override
        public boolean isEmpty(SerializationContext context, Object value) {
            return elements.isEmpty(context, value);
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static Object sorted(Object value) {
            if (!(value instanceof Set<?> set)
                    || set instanceof SortedSet
                    || set instanceof EnumSet
                    || set instanceof LinkedHashSet
                    || !set.stream().allMatch(Comparable.class::isInstance)) {
                return value;
            }
            List<Comparable> elements = new ArrayList<>((Set<Comparable>) set);
            try {
                Collections.sort(elements);
            } catch (ClassCastException differentKinds) {
                return value;
            }
            return new LinkedHashSet<>(elements);
        }
    }
}
