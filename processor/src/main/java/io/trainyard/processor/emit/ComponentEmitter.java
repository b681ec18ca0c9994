package io.trainyard.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.trainyard.processor.model.ConstructorModel;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.GeneratedNames;
import io.trainyard.processor.model.StrategyModel;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Emits the component of a strategy: an interface that any Dagger component can depend on, scoped or not. Where {@code new}
 * makes the strategy, the wiring implements it, and Dagger, the dear part of a compile, has nothing to do; else a Dagger
 * component inside it does.
 */
final class ComponentEmitter {

    static final ClassName COMPONENT = ClassName.get("dagger", "Component");
    static final ClassName FACTORY = COMPONENT.nestedClass("Factory");
    static final ClassName MODULE = ClassName.get("dagger", "Module");
    private static final ClassName BINDS = ClassName.get("dagger", "Binds");
    static final ClassName BINDS_INSTANCE = ClassName.get("dagger", "BindsInstance");
    private static final ClassName PROVIDES = ClassName.get("dagger", "Provides");
    static final ClassName SINGLETON = ClassName.get("javax.inject", "Singleton");
    static final ClassName JAKARTA_SINGLETON = ClassName.get("jakarta.inject", "Singleton");
    private static final String GRAPH = GeneratedNames.GRAPH;
    static final String BINDINGS = "Bindings";

    private final GeneratedMarks marks;

    ComponentEmitter(GeneratedMarks marks) {
        this.marks = marks;
    }

    /*
     * interface SundayTrend_Component {
     *   SundayTrend strategy();
     *
     *   SundayTrend_Guard guard();
     *   ...
     * }
     */
    TypeSpec emit(StrategyModel model) {
        TypeSpec.Builder component = door(model);
        if (!model.constructor().isPlain()) {
            component.addType(graph(model));
        }
        return component.build();
    }

    /** The same, as if the constructor took nothing. */
    TypeSpec emitStandIn(StrategyModel model) {
        return door(model).build();
    }

    private TypeSpec.Builder door(StrategyModel model) {
        TypeSpec.Builder component = TypeSpec.interfaceBuilder(model.names().component())
                .addJavadoc(
                        "The one door to {@link $T} and its parts; a Dagger component can depend on it.", model.type());
        if (model.open()) {
            component.addModifiers(Modifier.PUBLIC);
        }
        return marks.mark(component)
                .addMethod(door("strategy", model.type()))
                .addMethod(door("guard", model.names().guard()));
    }

    /*
     * @Singleton
     * @jakarta.inject.Singleton
     * @Component(...)
     * interface Graph extends SundayTrend_Component {
     *   ...
     * }
     */
    private static TypeSpec graph(StrategyModel model) {
        ClassName graph = model.names().component().nestedClass(GRAPH);
        return TypeSpec.interfaceBuilder(GRAPH)
                .addJavadoc("How Dagger makes it.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(SINGLETON)
                // modules of users may have singletons of either kind
                .addAnnotation(JAKARTA_SINGLETON)
                .addAnnotation(wired(graph, model.constructor()))
                .addSuperinterface(model.names().component())
                .addType(factory(graph, model))
                .addType(bindings(model))
                .build();
    }

    /*
     * @Component(
     *     dependencies = HostParts.class,
     *     modules = {SundayTrend_Component.Graph.Bindings.class, SignalModule.class}
     * )
     */
    private static AnnotationSpec wired(ClassName graph, ConstructorModel constructor) {
        AnnotationSpec.Builder component = AnnotationSpec.builder(COMPONENT)
                .addMember("dependencies", "$T.class", CoreTypes.HOST_PARTS)
                .addMember("modules", "$T.class", graph.nestedClass(BINDINGS));
        for (TypeName module : constructor.modules()) {
            component.addMember("modules", "$T.class", module);
        }
        return component.build();
    }

    /*
     * SundayTrend strategy();
     */
    private static MethodSpec door(String name, TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(type)
                .build();
    }

    /*
     * @Component.Factory
     * interface Factory {
     *   Graph create(HostParts host, @BindsInstance SundayTrend_Guard guard);
     * }
     */
    private static TypeSpec factory(ClassName graph, StrategyModel model) {
        return TypeSpec.interfaceBuilder("Factory")
                .addJavadoc("Makes the component.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(FACTORY)
                .addMethod(MethodSpec.methodBuilder("create")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(graph)
                        .addParameter(CoreTypes.HOST_PARTS, "host")
                        .addParameter(ParameterSpec.builder(model.names().guard(), "guard")
                                .addAnnotation(BINDS_INSTANCE)
                                .build())
                        .build())
                .build();
    }

    /*
     * @Module
     * interface Bindings {
     *   @Provides
     *   @Singleton
     *   static SundayTrend strategy(MarketClock clock, @Named("fast") Signal signal) {
     *     return new SundayTrend(clock, signal);
     *   }
     *
     *   @Binds
     *   ModelGuard guard(SundayTrend_Guard guard);
     * }
     */
    private static TypeSpec bindings(StrategyModel model) {
        MethodSpec.Builder strategy = MethodSpec.methodBuilder("strategy")
                .addAnnotation(PROVIDES)
                .addAnnotation(SINGLETON)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(model.type());
        for (ConstructorModel.Argument argument : model.constructor().arguments()) {
            strategy.addParameter(ParameterSpec.builder(argument.type(), argument.name())
                    .addAnnotations(argument.annotations())
                    .build());
        }
        strategy.addStatement(
                "return new $T($L)",
                model.type(),
                model.constructor().arguments().stream()
                        .map(ConstructorModel.Argument::name)
                        .collect(Collectors.joining(", ")));
        return TypeSpec.interfaceBuilder(BINDINGS)
                .addJavadoc("Makes the strategy.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(MODULE)
                .addMethod(strategy.build())
                .addMethod(MethodSpec.methodBuilder("guard")
                        .addAnnotation(BINDS)
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(CoreTypes.MODEL_GUARD)
                        .addParameter(model.names().guard(), "guard")
                        .build())
                .build();
    }
}
