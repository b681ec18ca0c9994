package io.trainyard.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.trainyard.processor.model.GeneratedNames;
import io.trainyard.processor.source.LibraryModel;
import io.trainyard.processor.source.TypeSource;
import io.trainyard.processor.source.TypeSource.Trait;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ErrorType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.SimpleTypeVisitor14;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the types of one strategy's members, and notices those that do not exist yet. */
final class TypeReader {

    private final Types types;
    private final StoredTypes stored;
    private final List<ClassName> ours;
    private final ClassName strategy;
    private boolean unresolved;

    TypeReader(Types types, StoredTypes stored, GeneratedNames names) {
        this.types = types;
        this.stored = stored;
        this.ours = List.of(names.guard(), names.component(), names.wiring());
        this.strategy = names.strategy();
    }

    /** Whether one of the types that were read does not exist yet. */
    boolean metUnresolved() {
        return unresolved;
    }

    /** A type of a parameter or result. */
    TypeSource read(TypeMirror mirror) {
        return read(mirror, Trait.PLAIN);
    }

    /** The type of a field that is stored. */
    TypeSource readStored(TypeMirror mirror) {
        List<String> supertypes = supertypes(mirror);
        if (supertypes.stream().anyMatch(stored::haveCodec)) {
            return read(mirror, Trait.PLAIN);
        }
        Optional<LibraryModel> library = supertypes.stream()
                .map(LibraryModel::of)
                .flatMap(Optional::stream)
                .findFirst();
        return read(mirror, library.isPresent() ? Trait.PLAIN : traitOf(mirror, supertypes))
                .of(library);
    }

    /** The binary names of a type and of all that it is a subtype of, the nearest first. */
    private List<String> supertypes(TypeMirror mirror) {
        if (mirror.getKind() != TypeKind.DECLARED) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Deque<TypeMirror> left = new ArrayDeque<>(List.of(mirror));
        while (!left.isEmpty()) {
            TypeMirror next = left.remove();
            if (next.getKind() == TypeKind.DECLARED
                    && names.add(stored.binaryName((TypeElement) ((DeclaredType) next).asElement()))) {
                left.addAll(types.directSupertypes(next));
            }
        }
        return List.copyOf(names);
    }

    private TypeSource read(TypeMirror mirror, Trait trait) {
        Walk walk = new Walk();
        walk.visit(mirror);
        ClassName own = mirror.getKind() == TypeKind.ERROR ? ownName(mirror.toString()) : null;
        if (own != null) {
            return new TypeSource(own, own.simpleName(), Optional.empty(), trait);
        }
        if (walk.foundUnresolved) {
            unresolved = true;
            return new TypeSource(ClassName.OBJECT, "Object", Optional.empty(), trait);
        }
        TypeName name = TypeName.get(mirror);
        return new TypeSource(name, TypeSource.shown(name, strategy), Optional.ofNullable(walk.hidden), trait);
    }

    /** The classes that we generate for this very strategy do not exist when it is read first: known by their names. */
    private @Nullable ClassName ownName(String typed) {
        for (ClassName name : ours) {
            if (typed.equals(name.simpleName()) || typed.equals(name.canonicalName())) {
                return name;
            }
        }
        return null;
    }

    private static Trait traitOf(TypeMirror mirror, List<String> supertypes) {
        if (mirror.getKind() != TypeKind.DECLARED) {
            return Trait.PLAIN;
        }
        TypeElement type = (TypeElement) ((DeclaredType) mirror).asElement();
        String name = type.getQualifiedName().toString();
        if (name.equals("java.lang.Object")) {
            return Trait.OBJECT;
        }
        if (name.startsWith("java.")) {
            return Trait.PLAIN;
        }
        boolean open = type.getKind().isInterface() || type.getModifiers().contains(Modifier.ABSTRACT);
        if (open) {
            return type.getKind() != ElementKind.ENUM && !saysHowToRead(type) ? Trait.OPEN : Trait.PLAIN;
        }
        if (saysHowToRead(type)) {
            return Trait.PLAIN;
        }
        boolean member = type.getEnclosingElement() instanceof TypeElement;
        return member && !type.getModifiers().contains(Modifier.STATIC)
                ? Trait.INNER
                : supertypes.contains("java.lang.AutoCloseable") ? Trait.CLOSED : Trait.PLAIN;
    }

    /** Jackson's annotations (of 2 and 3) tell which class to make of an interface. */
    private static boolean saysHowToRead(TypeElement type) {
        for (AnnotationMirror annotation : type.getAnnotationMirrors()) {
            String name = AnnotationReader.nameOf(annotation);
            if (name.startsWith("com.fasterxml.jackson.") || name.startsWith("tools.jackson.")) {
                return true;
            }
        }
        return false;
    }

    private static String packageOf(Element element) {
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around instanceof PackageElement found) {
                return found.getQualifiedName().toString();
            }
        }
        return "";
    }

    /** Goes through all parts of a type. */
    private final class Walk extends SimpleTypeVisitor14<@Nullable Void, @Nullable Void> {

        private @Nullable String hidden;
        private boolean foundUnresolved;

        @Override
        public @Nullable Void visitDeclared(DeclaredType type, @Nullable Void nothing) {
            for (Element part = type.asElement(); part instanceof TypeElement; part = part.getEnclosingElement()) {
                if (part.getModifiers().contains(Modifier.PRIVATE)
                        || (part.getModifiers().contains(Modifier.PROTECTED)
                                && !packageOf(part).equals(strategy.packageName()))) {
                    hidden = part.getSimpleName().toString();
                }
            }
            visit(type.getEnclosingType());
            type.getTypeArguments().forEach(this::visit);
            return null;
        }

        @Override
        public @Nullable Void visitError(ErrorType type, @Nullable Void nothing) {
            foundUnresolved = true;
            return null;
        }

        @Override
        public @Nullable Void visitArray(ArrayType type, @Nullable Void nothing) {
            return visit(type.getComponentType());
        }

        @Override
        public @Nullable Void visitWildcard(WildcardType type, @Nullable Void nothing) {
            if (type.getExtendsBound() != null) {
                visit(type.getExtendsBound());
            }
            if (type.getSuperBound() != null) {
                visit(type.getSuperBound());
            }
            return null;
        }
    }
}
