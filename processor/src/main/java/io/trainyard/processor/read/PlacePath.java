package io.trainyard.processor.read;

import io.trainyard.processor.problem.Place;
import java.util.List;
import java.util.Map;
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
 * @param value the name of a value of the annotation, empty for none
 * @param item which of the items of the value, -1 for all of it
 */
public record PlacePath(String type, int member, int parameter, int annotation, int repeated, String value, int item) {

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
            for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                    wanted.getElementValues().entrySet()) {
                AnnotationValue value = entry.getValue();
                String name = entry.getKey().getSimpleName().toString();
                if (value == place.value()) {
                    return new PlacePath(type, member, parameter, i, repeated, name, -1);
                }
                if (place.value() != null && value.getValue() instanceof List<?> items) {
                    for (int item = 0; item < items.size(); item++) {
                        if (items.get(item) == place.value()) {
                            return new PlacePath(type, member, parameter, i, repeated, name, item);
                        }
                    }
                }
            }
            return new PlacePath(type, member, parameter, i, repeated, "", -1);
        }
        return new PlacePath(type, member, parameter, -1, -1, "", -1);
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
        if (value.isEmpty()) {
            return place;
        }
        AnnotationReader reader = new AnnotationReader(element, mirror);
        return item < 0 ? reader.placeOf(value) : place.at(reader.values(value).get(item));
    }
}
