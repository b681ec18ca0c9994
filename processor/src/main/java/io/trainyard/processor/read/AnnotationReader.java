package io.trainyard.processor.read;

import io.trainyard.processor.problem.Place;
import io.trainyard.processor.source.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** One annotation of an element, its values by name. */
final class AnnotationReader {

    /** What javac puts in place of a value that does not exist yet, in annotations of every type. */
    private static final String UNRESOLVED = "<error>";

    private final AnnotationMirror mirror;
    private final Place place;

    AnnotationReader(Element element, AnnotationMirror mirror) {
        this(mirror, Place.of(element, mirror));
    }

    private AnnotationReader(AnnotationMirror mirror, Place place) {
        this.mirror = mirror;
        this.place = place;
    }

    /** The annotations of an element that have one of two names: the annotation's, or its container's. */
    static List<AnnotationReader> repeated(Element element, String name) {
        List<AnnotationReader> readers = new ArrayList<>(2);
        String container = name + ".List";
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            String found = nameOf(mirror);
            if (found.equals(name)) {
                readers.add(new AnnotationReader(element, mirror));
            } else if (found.equals(container)) {
                for (AnnotationValue value : new AnnotationReader(element, mirror).values("value")) {
                    if (value.getValue() instanceof AnnotationMirror inner) {
                        readers.add(new AnnotationReader(element, inner));
                    }
                }
            }
        }
        return readers;
    }

    /** The annotation of an element that has a name. */
    static @Nullable AnnotationReader single(Element element, String name) {
        for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
            if (nameOf(mirror).equals(name)) {
                return new AnnotationReader(element, mirror);
            }
        }
        return null;
    }

    /** The qualified name of an annotation's type. */
    static String nameOf(AnnotationMirror mirror) {
        return ((TypeElement) mirror.getAnnotationType().asElement())
                .getQualifiedName()
                .toString();
    }

    /** The annotation itself. */
    AnnotationMirror mirror() {
        return mirror;
    }

    /** Where the annotation stands. */
    Place place() {
        return place;
    }

    /** Where a value stands; the annotation itself where the value is the default. */
    Place placeOf(String member) {
        AnnotationValue typed = typed(member);
        return typed == null ? place : place.at(typed);
    }

    Word word(String member) {
        return new Word((String) value(member).getValue(), placeOf(member));
    }

    /** Whether a value is typed, else the default. */
    boolean states(String member) {
        return typed(member) != null;
    }

    boolean flag(String member) {
        return (Boolean) value(member).getValue();
    }

    int number(String member) {
        return (Integer) value(member).getValue();
    }

    /** The texts of an array, each where it stands. */
    List<Word> words(String member) {
        return values(member).stream()
                .map(value -> new Word((String) value.getValue(), place.at(value)))
                .toList();
    }

    double real(String member) {
        return (Double) value(member).getValue();
    }

    /** The annotations of an array, each where it stands. */
    List<AnnotationReader> nested(String member) {
        return values(member).stream()
                .map(value -> new AnnotationReader((AnnotationMirror) value.getValue(), place.at(value)))
                .toList();
    }

    <E extends Enum<E>> E constant(String member, Class<E> type) {
        return constant(value(member), type);
    }

    static <E extends Enum<E>> E constant(AnnotationValue value, Class<E> type) {
        return Enum.valueOf(
                type, ((VariableElement) value.getValue()).getSimpleName().toString());
    }

    /** The values of an array; of one value, that. */
    List<AnnotationValue> values(String member) {
        List<AnnotationValue> values = new ArrayList<>();
        if (value(member).getValue() instanceof List<?> list) {
            for (Object item : list) {
                values.add((AnnotationValue) item);
            }
        }
        return values;
    }

    /** The classes that a value names, be it one or an array. */
    List<TypeElement> types(String member) {
        List<AnnotationValue> named = values(member);
        List<TypeElement> types = new ArrayList<>();
        for (AnnotationValue one : named.isEmpty() ? List.of(value(member)) : named) {
            if (one.getValue() instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type) {
                types.add(type);
            }
        }
        return types;
    }

    static TypeMirror type(AnnotationValue value) {
        return (TypeMirror) value.getValue();
    }

    /** Whether a value is something that does not exist yet. */
    boolean isUnresolved() {
        return isUnresolved(mirror);
    }

    private static boolean isUnresolved(AnnotationMirror annotation) {
        return annotation.getElementValues().values().stream().anyMatch(AnnotationReader::isUnresolved);
    }

    private static boolean isUnresolved(AnnotationValue value) {
        Object object = value.getValue();
        return UNRESOLVED.equals(object)
                || (object instanceof AnnotationMirror nested && isUnresolved(nested))
                || (object instanceof List<?> list
                        && list.stream().anyMatch(item -> isUnresolved((AnnotationValue) item)));
    }

    private AnnotationValue value(String member) {
        AnnotationValue typed = typed(member);
        if (typed != null) {
            return typed;
        }
        for (Element method : mirror.getAnnotationType().asElement().getEnclosedElements()) {
            if (method instanceof ExecutableElement executable
                    && executable.getSimpleName().contentEquals(member)
                    && executable.getDefaultValue() != null) {
                return executable.getDefaultValue();
            }
        }
        throw new IllegalStateException(mirror + " has no " + member
                + ": the annotations on the class path and those that the processor was built for differ in version");
    }

    private @Nullable AnnotationValue typed(String member) {
        for (Map.Entry<? extends ExecutableElement, ? extends AnnotationValue> entry :
                mirror.getElementValues().entrySet()) {
            if (entry.getKey().getSimpleName().contentEquals(member)) {
                return entry.getValue();
            }
        }
        return null;
    }
}
