package io.trainyard.processor.read;

import io.trainyard.processor.problem.Place;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The way to a place, by names and positions. The compiler makes the elements of members anew for each round, and knows
 * where something stands by the elements of the current one only.
 *
 * @param type the qualified name of the class
 * @param member which of the members of the class, -1 for the class itself
 * @param parameter which of the parameters of the member, -1 for the member itself
 * @param annotation which of the annotations, -1 for none
 * @param repeated which of the repeated ones in that, -1 if it stands alone
 * @param value the way to a value in the annotation, empty for the annotation itself
 */
public record PlacePath(String type, int member, int parameter, int annotation, int repeated, List<Step> value) {

    /** Copies the list. */
    public PlacePath {
        value = List.copyOf(value);
    }

    /**
     * A step into an annotation.
     *
     * @param name the name of a value
     * @param item which of its items, -1 for all of it
     */
    public record Step(String name, int item) {}

    /** The way to a place of the current round. */
    public static PlacePath to(Place place) {
        Element element = place.element();
        Element member = element;
        int parameter = -1;
        if (element.getEnclosingElement() instanceof ExecutableElement method
                && method.getParameters().contains(element)) {
            parameter = method.getParameters().indexOf(element);
            member = method;
        }
        Element owner = member instanceof TypeElement ? member : member.getEnclosingElement();
        if (!(owner instanceof TypeElement type)) {
            throw new IllegalArgumentException(element + " is neither a class nor in one");
        }
        int index = member == type ? -1 : type.getEnclosedElements().indexOf(member);
        return annotated(place, type.getQualifiedName().toString(), index, parameter);
    }

    private static PlacePath annotated(Place place, String type, int member, int parameter) {
        AnnotationMirror wanted = place.annotation();
        List<? extends AnnotationMirror> mirrors = place.element().getAnnotationMirrors();
        for (int i = 0; i < mirrors.size() && wanted != null; i++) {
            int repeated = -1;
            if (mirrors.get(i) != wanted) {
                repeated = repeated(mirrors.get(i), wanted);
                if (repeated < 0) {
                    continue;
                }
            }
            List<Step> steps = place.value() == null ? List.of() : steps(wanted, place.value());
            return new PlacePath(type, member, parameter, i, repeated, steps);
        }
        return new PlacePath(type, member, parameter, -1, -1, List.of());
    }

    /** The way to a value, through the annotations in an annotation; empty if it is in none. */
    private static List<Step> steps(AnnotationMirror mirror, AnnotationValue wanted) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            String name = entry.getKey().getSimpleName().toString();
            List<Step> steps = steps(new Step(name, -1), entry.getValue(), wanted);
            if (steps.isEmpty() && entry.getValue().getValue() instanceof List<?> items) {
                for (int item = 0; item < items.size() && steps.isEmpty(); item++) {
                    steps = steps(new Step(name, item), (AnnotationValue) items.get(item), wanted);
                }
            }
            if (!steps.isEmpty()) {
                return steps;
            }
        }
        return List.of();
    }

    private static List<Step> steps(Step step, AnnotationValue value, AnnotationValue wanted) {
        if (value == wanted) {
            return List.of(step);
        }
        List<Step> further = value.getValue() instanceof AnnotationMirror nested ? steps(nested, wanted) : List.of();
        return further.isEmpty()
                ? further
                : Stream.concat(Stream.of(step), further.stream()).toList();
    }

    private static int repeated(AnnotationMirror container, AnnotationMirror wanted) {
        for (AnnotationValue value : container.getElementValues().values()) {
            if (value.getValue() instanceof List<?> items) {
                for (int i = 0; i < items.size(); i++) {
                    if (((AnnotationValue) items.get(i)).getValue() == wanted) {
                        return i;
                    }
                }
            }
        }
        return -1;
    }

    /** The place among the elements of the current round; null if the class is not there any more. */
    public @Nullable Place in(Elements elements) {
        TypeElement owner = elements.getTypeElement(type);
        if (owner == null) {
            return null;
        }
        Element element = member < 0 ? owner : owner.getEnclosedElements().get(member);
        if (parameter >= 0) {
            element = ((ExecutableElement) element).getParameters().get(parameter);
        }
        if (annotation < 0) {
            return Place.of(element);
        }
        AnnotationMirror mirror = element.getAnnotationMirrors().get(annotation);
        if (repeated >= 0) {
            mirror = (AnnotationMirror) new AnnotationReader(element, mirror)
                    .values("value")
                    .get(repeated)
                    .getValue();
        }
        Place place = Place.of(element, mirror);
        AnnotationValue found = null;
        for (Step step : value) {
            AnnotationReader reader = new AnnotationReader(element, mirror);
            found = step.item() < 0
                    ? reader.placeOf(step.name()).value()
                    : reader.values(step.name()).get(step.item());
            if (found != null && found.getValue() instanceof AnnotationMirror nested) {
                mirror = nested;
            }
        }
        return found == null ? place : place.at(found);
    }
}
