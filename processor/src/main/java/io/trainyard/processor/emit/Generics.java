package io.trainyard.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;

/** Tells whether a type has a class literal. */
final class Generics {

    private Generics() {}

    /** Whether a type, or what it is an array of, has type arguments: {@code List<String>.class} is no Java. */
    static boolean isIn(TypeName type) {
        return type instanceof ParameterizedTypeName
                || (type instanceof ArrayTypeName array && isIn(array.componentType()));
    }
}
