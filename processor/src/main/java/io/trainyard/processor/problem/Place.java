package io.trainyard.processor.problem;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands in the source, as the compiler needs it to print a line and a caret.
 *
 * @param element the class, field, method or parameter
 * @param annotation one of its annotations, null where the place is the element itself
 * @param value one of the annotation's values as typed, null where the place is the whole annotation
 */
public record Place(
        Element element,
        @Nullable AnnotationMirror annotation,
        @Nullable AnnotationValue value) {

    /** An element. */
    public static Place of(Element element) {
        return new Place(element, null, null);
    }

    /** An annotation of an element. */
    public static Place of(Element element, AnnotationMirror annotation) {
        return new Place(element, annotation, null);
    }

    /** A value of this annotation. */
    public Place at(AnnotationValue part) {
        return new Place(element, annotation, part);
    }
}
