package io.trainyard.processor.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.trainyard.processor.model.ConstructorModel;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.StrategyModel;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Emits the Dagger component of a strategy. Where {@code new} makes the strategy, the component is handed the object and
 * Dagger has little to write; else Dagger makes it.
 */
final class ComponentEmitter {

    private static final ClassName COMPONENT = ClassName.get("dagger", "Component");
    private static final ClassName FACTORY = COMPONENT.nestedClass("Factory");
    private static final ClassName MODULE = ClassName.get("dagger", "Module");
    private static final ClassName BINDS = ClassName.get("dagger", "Binds");
    private static final ClassName BINDS_INSTANCE = ClassName.get("dagger", "BindsInstance");
    private static final ClassName PROVIDES = ClassName.get("dagger", "Provides");
    private static final ClassName SINGLETON = ClassName.get("javax.inject", "Singleton");
    private static final String BINDINGS = "Bindings";

    private final GeneratedMarks marks;

    ComponentEmitter(GeneratedMarks marks) {
        this.marks = marks;
    }

    /*
     * @Component
     * interface SundayTrend_Component {
     *   SundayTrend strategy();
     *
     *   SundayTrend_Guard guard();
     *   ...
     * }
     */
    TypeSpec emit(StrategyModel model) {
        return emit(model, model.constructor());
    }

    /** The same, as if the constructor took nothing. */
    TypeSpec emitStandIn(StrategyModel model) {
        return emit(model, new ConstructorModel(List.of(), List.of()));
    }

    private TypeSpec emit(StrategyModel model, ConstructorModel constructor) {
        ClassName name = model.names().component();
        TypeSpec.Builder component =
                TypeSpec.interfaceBuilder(name).addJavadoc("The one door to {@link $T} and its parts.", model.type());
        if (model.open()) {
            component.addModifiers(Modifier.PUBLIC);
        }
        marks.mark(component);
        boolean plain = constructor.isPlain();
        if (plain) {
            component.addAnnotation(COMPONENT);
        } else {
            component.addAnnotation(SINGLETON).addAnnotation(wired(name, constructor));
        }
        component.addMethod(door("strategy", model.type()));
        component.addMethod(door("guard", model.names().guard()));
        component.addType(plain ? plainFactory(model) : wiredFactory(model));
        if (!plain) {
            component.addType(bindings(model));
        }
        return component.build();
    }

    /*
     * @Component(
     *     dependencies = HostParts.class,
     *     modules = {SundayTrend_Component.Bindings.class, SignalModule.class}
     * )
     */
    private static AnnotationSpec wired(ClassName name, ConstructorModel constructor) {
        AnnotationSpec.Builder component = AnnotationSpec.builder(COMPONENT)
                .addMember("dependencies", "$T.class", CoreTypes.HOST_PARTS)
                .addMember("modules", "$T.class", name.nestedClass(BINDINGS));
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
     *   SundayTrend_Component create(@BindsInstance SundayTrend strategy, @BindsInstance SundayTrend_Guard guard);
     * }
     */
    private static TypeSpec plainFactory(StrategyModel model) {
        return factory(
                model,
                instance(model.type(), "strategy"),
                instance(model.names().guard(), "guard"));
    }

    /*
     * @Component.Factory
     * interface Factory {
     *   SundayTrend_Component create(HostParts host, @BindsInstance SundayTrend_Guard guard);
     * }
     */
    private static TypeSpec wiredFactory(StrategyModel model) {
        return factory(
                model,
                ParameterSpec.builder(CoreTypes.HOST_PARTS, "host").build(),
                instance(model.names().guard(), "guard"));
    }

    private static TypeSpec factory(StrategyModel model, ParameterSpec first, ParameterSpec second) {
        return TypeSpec.interfaceBuilder("Factory")
                .addJavadoc("Makes the component.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(FACTORY)
                .addMethod(MethodSpec.methodBuilder("create")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(model.names().component())
                        .addParameter(first)
                        .addParameter(second)
                        .build())
                .build();
    }

    private static ParameterSpec instance(TypeName type, String name) {
        return ParameterSpec.builder(type, name).addAnnotation(BINDS_INSTANCE).build();
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
