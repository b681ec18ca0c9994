package io.trainyard.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.GeneratedNames;
import io.trainyard.processor.model.TestGraphModel;
import io.trainyard.processor.model.TestGraphModel.Binding;
import io.trainyard.processor.model.TestGraphModel.StandIn;
import io.trainyard.processor.model.TestGraphModel.Wanted;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Emits the graph of a strategy as a test class wants it: a Dagger component with open places, and the door to it. */
final class TestWiringEmitter {

    private static final ClassName OPEN = CoreTypes.TEST_WIRING.nestedClass("Open");

    /** Not {@code Graph}: inside, that is the strategy's own. */
    private static final String GRAPH = "TestGraph";

    private final GeneratedMarks marks;

    TestWiringEmitter(GeneratedMarks marks) {
        this.marks = marks;
    }

    /*
     * public final class SundayTrend_In_SundayTrendTest implements TestWiring {
     *   ...
     *
     *   @Singleton
     *   @jakarta.inject.Singleton
     *   @Component(dependencies = HostParts.class, modules = {SundayTrend_Component.Graph.Bindings.class, ...})
     *   interface TestGraph extends SundayTrend_Component {
     *     ...
     *   }
     * }
     */
    TypeSpec emit(TestGraphModel model) {
        return marks.mark(TypeSpec.classBuilder(model.type())
                        .addJavadoc(
                                "The graph of {@link $T} in {@code $L}.",
                                model.strategy(),
                                model.test().simpleName())
                        .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                        .addSuperinterface(CoreTypes.TEST_WIRING))
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("For the test kit.")
                        .addModifiers(Modifier.PUBLIC)
                        .build())
                .addMethod(open(model))
                .addMethod(wire(model))
                .addMethod(parameters(model))
                .addMethod(part(model))
                .addType(graph(model))
                .build();
    }

    /*
     * @Override
     * public List<TestWiring.Open> open() {
     *   return List.of(new TestWiring.Open(Broker.class, "broker"));
     * }
     */
    private static MethodSpec open(TestGraphModel model) {
        List<CodeBlock> open = model.open().stream()
                .map(binding -> CodeBlock.of("new $T($T.class, $S)", OPEN, binding.erased(), binding.field()))
                .toList();
        return overriding("open", ParameterizedTypeName.get(ClassName.get(List.class), OPEN))
                .addStatement("return $L", lines(open))
                .build();
    }

    /*
     * @Override
     * public WiredStrategy wire(HostParts host, Object[] replacements) {
     *   SundayTrend_Guard guard = new SundayTrend_Guard();
     *   return SundayTrend_Wiring.wire(
     *       host,
     *       guard,
     *       DaggerSundayTrend_In_SundayTrendTest_TestGraph.factory().create(host, guard, (Broker) replacements[0]));
     * }
     */
    private static MethodSpec wire(TestGraphModel model) {
        GeneratedNames names = new GeneratedNames(model.strategy());
        CodeBlock.Builder given = CodeBlock.builder().add("host, guard");
        for (int i = 0; i < model.open().size(); i++) {
            given.add(", ($T) replacements[$L]", model.open().get(i).type().box(), i);
        }
        ClassName dagger = ClassName.get(
                model.type().packageName(), "Dagger" + model.type().simpleName() + "_" + GRAPH);
        return overriding("wire", CoreTypes.WIRED_STRATEGY)
                .addParameter(CoreTypes.HOST_PARTS, "host")
                .addParameter(ArrayTypeName.of(Object.class), "replacements")
                .addStatement("$1T guard = new $1T()", names.guard())
                .addStatement(
                        "return $T.wire(\nhost,\nguard,\n$T.factory().create($L))",
                        names.wiring(),
                        dagger,
                        given.build())
                .build();
    }

    /*
     * @Override
     * public List<String> parameters() {
     *   return List.of("trades(Broker)#0");
     * }
     */
    private static MethodSpec parameters(TestGraphModel model) {
        List<CodeBlock> places = model.parts().stream()
                .flatMap(part -> part.parameters().stream())
                .map(place -> CodeBlock.of("$S", place))
                .toList();
        return overriding("parameters", ParameterizedTypeName.get(List.class, String.class))
                .addStatement("return $L", lines(places))
                .build();
    }

    /*
     * @Override
     * public Object part(Object component, String parameter) {
     *   return switch (parameter) {
     *     case "trades(Broker)#0" -> ((TestGraph) component).part0();
     *     default -> throw new IllegalArgumentException(parameter);
     *   };
     * }
     */
    private static MethodSpec part(TestGraphModel model) {
        MethodSpec.Builder part = overriding("part", ClassName.OBJECT)
                .addParameter(Object.class, "component")
                .addParameter(String.class, "parameter");
        if (model.parts().isEmpty()) {
            return part.addStatement("throw new $T(parameter)", IllegalArgumentException.class)
                    .build();
        }
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (parameter) {\n$>");
        for (int i = 0; i < model.parts().size(); i++) {
            cases.add(
                    "case $L -> (($L) component).part$L();\n",
                    model.parts().get(i).parameters().stream()
                            .map(place -> CodeBlock.of("$S", place))
                            .collect(CodeBlock.joining(", ")),
                    GRAPH,
                    i);
        }
        return part.addCode(cases.add("default -> throw new $T(parameter);\n$<};\n", IllegalArgumentException.class)
                        .build())
                .build();
    }

    /*
     * interface TestGraph extends SundayTrend_Component {
     *   Broker part0();
     *
     *   @Component.Factory
     *   interface Factory {
     *     TestGraph create(HostParts host, @BindsInstance SundayTrend_Guard guard, @BindsInstance Broker open0);
     *   }
     * }
     */
    private static TypeSpec graph(TestGraphModel model) {
        ClassName component = new GeneratedNames(model.strategy()).component();
        ClassName graph = model.type().nestedClass(GRAPH);
        AnnotationSpec.Builder wired = AnnotationSpec.builder(ComponentEmitter.COMPONENT)
                .addMember("dependencies", "$T.class", CoreTypes.HOST_PARTS)
                .addMember(
                        "modules",
                        "$T.class",
                        component.nestedClass(GeneratedNames.GRAPH).nestedClass(ComponentEmitter.BINDINGS));
        model.modules().forEach(module -> wired.addMember("modules", "$T.class", module));
        model.standIns().forEach(standIn -> wired.addMember("modules", "$T.class", standIn.type()));
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(graph)
                .addModifiers(Modifier.STATIC)
                .addAnnotation(ComponentEmitter.SINGLETON)
                .addAnnotation(ComponentEmitter.JAKARTA_SINGLETON)
                .addAnnotation(wired.build())
                .addSuperinterface(component);
        for (int i = 0; i < model.parts().size(); i++) {
            Wanted part = model.parts().get(i);
            type.addMethod(MethodSpec.methodBuilder("part" + i)
                    .addAnnotations(part.binding().qualifiers())
                    .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                    .returns(part.binding().type())
                    .build());
        }
        return type.addType(factory(model, graph)).build();
    }

    private static TypeSpec factory(TestGraphModel model, ClassName graph) {
        MethodSpec.Builder create = MethodSpec.methodBuilder("create")
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(graph)
                .addParameter(CoreTypes.HOST_PARTS, "host")
                .addParameter(instance(new GeneratedNames(model.strategy()).guard(), "guard", List.of()));
        for (int i = 0; i < model.open().size(); i++) {
            Binding open = model.open().get(i);
            create.addParameter(instance(open.type(), "open" + i, open.qualifiers()));
        }
        return TypeSpec.interfaceBuilder("Factory")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(ComponentEmitter.FACTORY)
                .addMethod(create.build())
                .build();
    }

    private static ParameterSpec instance(TypeName type, String name, List<AnnotationSpec> qualifiers) {
        return ParameterSpec.builder(type, name)
                .addAnnotation(ComponentEmitter.BINDS_INSTANCE)
                .addAnnotations(qualifiers)
                .build();
    }

    /*
     * @Module
     * public interface SignalModule_In_SundayTrendTest {
     *   @Provides
     *   static Signal slow(History history) {
     *     return SignalModule.slow(history);
     *   }
     * }
     */
    TypeSpec emit(StandIn standIn) {
        TypeSpec.Builder type = standIn.made()
                ? TypeSpec.classBuilder(standIn.type()).addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                : TypeSpec.interfaceBuilder(standIn.type()).addModifiers(Modifier.PUBLIC);
        marks.mark(type)
                .addJavadoc("What is left of {@link $T} in a test that replaces the rest.", standIn.module())
                .addAnnotation(ComponentEmitter.MODULE);
        if (standIn.made()) {
            type.addField(com.palantir.javapoet.FieldSpec.builder(
                            standIn.module(), "module", Modifier.PRIVATE, Modifier.FINAL)
                    .initializer("new $T()", standIn.module())
                    .build());
        }
        standIn.methods().forEach(method -> type.addMethod(left(standIn, method)));
        return type.build();
    }

    private static MethodSpec left(StandIn standIn, TestGraphModel.Method method) {
        MethodSpec.Builder left = MethodSpec.methodBuilder(method.name())
                .addAnnotations(method.annotations())
                .addModifiers(Modifier.PUBLIC)
                .returns(method.result());
        method.parameters()
                .forEach(parameter -> left.addParameter(ParameterSpec.builder(parameter.type(), parameter.name())
                        .addAnnotations(parameter.annotations())
                        .build()));
        if (method.bound()) {
            return left.addModifiers(Modifier.ABSTRACT).build();
        }
        CodeBlock of = method.ofClass() ? CodeBlock.of("$T", standIn.module()) : CodeBlock.of("module");
        if (method.ofClass()) {
            left.addModifiers(Modifier.STATIC);
        }
        return left.addStatement(
                        "return $L.$N($L)",
                        of,
                        method.name(),
                        method.parameters().stream()
                                .map(parameter -> CodeBlock.of("$N", parameter.name()))
                                .collect(CodeBlock.joining(", ")))
                .build();
    }

    /** {@code List.of(a, b)}, an item on each line where there are several. */
    private static CodeBlock lines(List<CodeBlock> items) {
        return items.size() < 2
                ? CodeBlock.of("$T.of($L)", List.class, items.stream().collect(CodeBlock.joining(", ")))
                : CodeBlock.of("$T.of(\n$L)", List.class, items.stream().collect(CodeBlock.joining(",\n")));
    }

    private static MethodSpec.Builder overriding(String name, TypeName result) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(result);
    }
}
