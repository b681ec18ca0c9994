package io.trainyard.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.DistinctNames;
import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Emits the guard of a strategy. */
final class GuardEmitter {

    /** Methods without parameters that the guard has anyway. */
    private static final List<String> RESERVED = List.of(
            "isModelReady",
            "models",
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "toString",
            "wait");

    private final GeneratedMarks marks;

    GuardEmitter(GeneratedMarks marks) {
        this.marks = marks;
    }

    /*
     * final class SundayTrend_Guard implements ModelGuard {
     *   ...
     * }
     */
    TypeSpec emit(StrategyModel model) {
        TypeSpec.Builder guard = TypeSpec.classBuilder(model.names().guard())
                .addJavadoc("Tells whether the models of {@link $T} are ready.", model.type())
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(CoreTypes.MODEL_GUARD);
        if (model.open()) {
            guard.addModifiers(Modifier.PUBLIC);
        }
        marks.mark(guard);
        model.slots().forEach(slot -> guard.addField(cell(slot)));
        guard.addMethod(constructor(model.names().guard()));
        guard.addMethod(isModelReady(model.slots()));
        List<String> fields = model.slots().stream().map(SlotModel::field).toList();
        DistinctNames accessors = new DistinctNames(RESERVED, fields);
        model.slots().forEach(slot -> guard.addMethod(accessor(slot, accessors.claim(slot.field()))));
        guard.addMethod(models(fields));
        return guard.build();
    }

    /*
     * final ModelCell line = new ModelCell("sunday-trend/line");
     */
    private static FieldSpec cell(SlotModel slot) {
        return FieldSpec.builder(CoreTypes.MODEL_CELL, slot.field(), Modifier.FINAL)
                .initializer("new $T($S)", CoreTypes.MODEL_CELL, slot.key())
                .build();
    }

    /*
     * SundayTrend_Guard() {
     * }
     */
    private static MethodSpec constructor(ClassName guard) {
        return MethodSpec.constructorBuilder()
                .addJavadoc("Made by {@link $L}.", guard.simpleName().replaceAll("_Guard$", "_Wiring"))
                .build();
    }

    /*
     * @Override
     * public boolean isModelReady() {
     *   return line.isReady();
     * }
     */
    private static MethodSpec isModelReady(List<SlotModel> slots) {
        CodeBlock all = slots.stream()
                .map(slot -> CodeBlock.of("$N.isReady()", slot.field()))
                .collect(CodeBlock.joining(" && "));
        return MethodSpec.methodBuilder("isModelReady")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addStatement("return $L", slots.isEmpty() ? CodeBlock.of("true") : all)
                .build();
    }

    /*
     * public ModelStatus line() {
     *   return line;
     * }
     */
    private static MethodSpec accessor(SlotModel slot, String name) {
        return MethodSpec.methodBuilder(name)
                .addJavadoc("The model in {@code $L}.", slot.field())
                .addModifiers(Modifier.PUBLIC)
                .returns(CoreTypes.MODEL_STATUS)
                .addStatement("return $N", slot.field())
                .build();
    }

    /*
     * @Override
     * public List<ModelStatus> models() {
     *   return List.of(line);
     * }
     */
    private static MethodSpec models(List<String> fields) {
        return MethodSpec.methodBuilder("models")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), CoreTypes.MODEL_STATUS))
                .addStatement("return $T.of($L)", List.class, String.join(", ", fields))
                .build();
    }
}
