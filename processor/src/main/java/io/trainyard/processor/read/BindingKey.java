package io.trainyard.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.TypeName;
import io.trainyard.processor.model.TestGraphModel.Binding;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * What Dagger knows a binding by: its type, primitives boxed, and its qualifier.
 *
 * @param type the type
 * @param mirror the same
 * @param qualifiers one or none
 */
record BindingKey(TypeName type, TypeMirror mirror, List<AnnotationSpec> qualifiers) {

    private static final List<String> QUALIFIER = List.of("javax.inject.Qualifier", "jakarta.inject.Qualifier");
    private static final List<String> WRAPPERS = List.of(
            "javax.inject.Provider",
            "jakarta.inject.Provider",
            "dagger.Lazy",
            "dagger.internal.Provider",
            "java.util.Optional");

    static BindingKey of(TypeMirror type, Element annotated) {
        return new BindingKey(
                TypeName.get(type).box().withoutAnnotations(),
                type,
                annotated.getAnnotationMirrors().stream()
                        .filter(BindingKey::isQualifier)
                        .map(AnnotationSpec::get)
                        .toList());
    }

    /** The same without what Dagger wraps around it by itself. */
    BindingKey unwrapped() {
        if (mirror instanceof DeclaredType declared
                && declared.getTypeArguments().size() == 1
                && WRAPPERS.contains(declared.asElement().toString())) {
            TypeMirror inner = declared.getTypeArguments().get(0);
            return inner.getKind() == TypeKind.WILDCARD
                    ? this
                    : new BindingKey(TypeName.get(inner).box().withoutAnnotations(), inner, qualifiers).unwrapped();
        }
        return this;
    }

    static boolean isQualifier(AnnotationMirror annotation) {
        return annotation.getAnnotationType().asElement().getAnnotationMirrors().stream()
                .map(AnnotationReader::nameOf)
                .anyMatch(QUALIFIER::contains);
    }

    Binding binding(Types types, String field) {
        return new Binding(
                TypeName.get(mirror).withoutAnnotations(),
                TypeName.get(types.erasure(mirror)).withoutAnnotations(),
                qualifiers,
                field);
    }

    /** {@code @Named("fast") Signal}. */
    String shown() {
        StringBuilder text = new StringBuilder();
        for (AnnotationSpec qualifier : qualifiers) {
            text.append(simple(qualifier.toString())).append(' ');
        }
        return text.append(simple(type.toString())).toString();
    }

    private static String simple(String text) {
        return text.replaceAll("\\b(?:[a-z_][\\w]*\\.)+(?=[A-Z])", "");
    }

    /** By what Dagger knows it. */
    @Override
    public boolean equals(Object other) {
        return other instanceof BindingKey key && key.type.equals(type) && key.qualifiers.equals(qualifiers);
    }

    @Override
    public int hashCode() {
        return type.hashCode() + 31 * qualifiers.hashCode();
    }
}
