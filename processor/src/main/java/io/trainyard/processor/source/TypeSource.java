package io.trainyard.processor.source;

import com.palantir.javapoet.TypeName;
import java.util.Optional;

/**
 * A type as it stands in a declaration.
 *
 * @param name the type
 * @param hidden the part of it that a class of the same package cannot name, empty where it can name all
 * @param trait what bears on whether an object of it can be stored and read back
 */
public record TypeSource(TypeName name, Optional<String> hidden, Trait trait) {

    /** What bears on whether an object of a type can be stored and read back. */
    public enum Trait {
        /** Nothing that is known here. */
        PLAIN,
        /** An inner class, whose objects need one of the outer class. */
        INNER,
        /** An interface or abstract class of which nothing tells the class to make. */
        OPEN,
        /** {@code Object}, which says nothing about what is in it. */
        OBJECT
    }

    /** The type as a user writes it, without packages. */
    public String shown() {
        return shown(name);
    }

    /** A type as a user writes it, without packages. */
    public static String shown(TypeName type) {
        return type.toString().replaceAll("\\b[a-z_][\\w]*\\.(?=[\\w.]*[A-Z])", "");
    }
}
