package io.trainyard.processor.source;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * A type as it stands in a declaration.
 *
 * @param name the type
 * @param shown the type as its user wrote it, without packages
 * @param hidden the part of it that a class of the same package cannot name, empty where it can name all
 * @param trait what bears on whether an object of it can be stored and read back
 * @param library which library's model it is, where a codec of ours is for those and is not there
 */
public record TypeSource(
        TypeName name, String shown, Optional<String> hidden, Trait trait, Optional<LibraryModel> library) {

    /** A type of no library that is known here. */
    public TypeSource(TypeName name, String shown, Optional<String> hidden, Trait trait) {
        this(name, shown, hidden, trait, Optional.empty());
    }

    /** The same with a library. */
    public TypeSource of(Optional<LibraryModel> other) {
        return new TypeSource(name, shown, hidden, trait, other);
    }

    /** What bears on whether an object of a type can be stored and read back. */
    public enum Trait {
        /** Nothing that is known here. */
        PLAIN,
        /** An inner class, whose objects need one of the outer class. */
        INNER,
        /** An interface or abstract class of which nothing tells the class to make. */
        OPEN,
        /** A class whose objects have to be closed: they hold something that no format can tell. */
        CLOSED,
        /** {@code Object}, which says nothing about what is in it. */
        OBJECT
    }

    /** A type as the user writes it in a class: without packages, and without the class around what is nested in it. */
    public static String shown(TypeName type, ClassName within) {
        return type.toString()
                .replace(within.canonicalName() + ".", "")
                .replaceAll("\\b[a-z_][\\w]*\\.(?=[\\w.]*[A-Z])", "");
    }
}
