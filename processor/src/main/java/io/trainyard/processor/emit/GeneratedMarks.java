package io.trainyard.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import io.trainyard.processor.model.CoreTypes;
import java.util.Optional;

/** The annotations of generated classes. */
final class GeneratedMarks {

    private static final String PROCESSOR = "io.trainyard.processor.StrategyProcessor";

    private final Optional<AnnotationSpec> generated;

    /**
     * Marks for a compilation.
     *
     * @param standard the JDK's {@code @Generated}, by which Error Prone and NullAway know generated code; empty where the
     *     compilation does not see it, as in a module that does not read {@code java.compiler}
     */
    GeneratedMarks(Optional<ClassName> standard) {
        this.generated = standard.map(type ->
                AnnotationSpec.builder(type).addMember("value", "$S", PROCESSOR).build());
    }

    /*
     * @TrainyardGenerated
     * @Generated("io.trainyard.processor.StrategyProcessor")
     * @SuppressWarnings({"deprecation", "removal", "unchecked", "rawtypes", "cast"})
     */
    TypeSpec.Builder mark(TypeSpec.Builder type) {
        type.addAnnotation(CoreTypes.GENERATED);
        generated.ifPresent(type::addAnnotation);
        // javac knows no "all"; what a user's class has been excused for may come up again where it is named here
        return type.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                .addMember(
                        "value",
                        CodeBlock.of("{$S, $S, $S, $S, $S}", "deprecation", "removal", "unchecked", "rawtypes", "cast"))
                .build());
    }
}
