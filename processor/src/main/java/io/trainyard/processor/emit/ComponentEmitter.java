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
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * Emits the Dagger component of a strategy. It is the same for all: handed the object and its guard, without a scope, so
 * that components of users, whatever their scope, can depend on it. Where the constructor of a strategy takes something,
 * a second one beside it makes the object; that one has a scope, so that modules of users can have singletons.
 */
final class ComponentEmitter {

    private static final ClassName COMPONENT = ClassName.get("dagger", "Component");
    private static final ClassName FACTORY = COMPONENT.nestedClass("Factory");
    private static final ClassName MODULE = ClassName.get("dagger", "Module");
    private static final ClassName BINDS = ClassName.get("dagger", "Binds");
    private static final ClassName BINDS_INSTANCE = ClassName.get("dagger", "BindsInstance");
    private static final ClassName PROVIDES = ClassName.get("dagger", "Provides");
    private static final ClassName SINGLETON = ClassName.get("javax.inject", "Singleton");
    private static final ClassName JAKARTA_SINGLETON = ClassName.get("jakarta.inject", "Singleton");

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
     *
     *   @Component.Factory
     *   interface Factory {
     *     SundayTrend_Component create(@BindsInstance SundayTrend strategy, @BindsInstance SundayTrend_Guard guard);
     *   }
     *   ...
     * }
     */
    TypeSpec emit(StrategyModel model) {
        TypeSpec.Builder component = door(model);
        if (!model.constructor().isPlain()) {
            component.addType(maker(model));
            component.addType(bindings(model));
        }
        return component.build();
    }

    /** The same without what makes the object. */
    TypeSpec emitStandIn(StrategyModel model) {
        return door(model).build();
    }

    private TypeSpec.Builder door(StrategyModel model) {
        ClassName name = model.names().component();
        ClassName guard = model.names().guard();
        TypeSpec.Builder component =
                TypeSpec.interfaceBuilder(name).addJavadoc("The one door to {@link $T} and its parts.", model.type());
        if (model.open()) {
            component.addModifiers(Modifier.PUBLIC);
        }
        return marks.mark(component)
                .addAnnotation(COMPONENT)
                .addMethod(provision("strategy", model.type()))
                .addMethod(provision("guard", guard))
                .addType(factory(name, instance(model.type(), "strategy"), instance(guard, "guard")));
    }

    /*
     * @Singleton
     * @jakarta.inject.Singleton
     * @Component(
     *     dependencies = HostParts.class,
     *     modules = {SundayTrend_Component.Bindings.class, SignalModule.class}
     * )
     * interface Maker {
     *   SundayTrend strategy();
     *
     *   @Component.Factory
     *   interface Factory {
     *     Maker create(HostParts host, @BindsInstance SundayTrend_Guard guard);
     *   }
     * }
     */
    private static TypeSpec maker(StrategyModel model) {
        AnnotationSpec.Builder component = AnnotationSpec.builder(COMPONENT)
                .addMember("dependencies", "$T.class", CoreTypes.HOST_PARTS)
                .addMember("modules", "$T.class", model.names().bindings());
        for (TypeName module : model.constructor().modules()) {
            component.addMember("modules", "$T.class", module);
        }
        ParameterSpec host = ParameterSpec.builder(CoreTypes.HOST_PARTS, "host").build();
        return TypeSpec.interfaceBuilder(model.names().maker())
                .addJavadoc("Makes the strategy from the parts of a host.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                // modules of users write the one or the other
                .addAnnotation(SINGLETON)
                .addAnnotation(JAKARTA_SINGLETON)
                .addAnnotation(component.build())
                .addMethod(provision("strategy", model.type()))
                .addType(factory(
                        model.names().maker(), host, instance(model.names().guard(), "guard")))
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
        return TypeSpec.interfaceBuilder(model.names().bindings())
                .addJavadoc("What the maker is made of.")
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

    /*
     * SundayTrend strategy();
     */
    private static MethodSpec provision(String name, TypeName type) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(type)
                .build();
    }

    private static TypeSpec factory(ClassName made, ParameterSpec first, ParameterSpec second) {
        return TypeSpec.interfaceBuilder("Factory")
                .addJavadoc("Makes the component.")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(FACTORY)
                .addMethod(MethodSpec.methodBuilder("create")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(made)
                        .addParameter(first)
                        .addParameter(second)
                        .build())
                .build();
    }

    private static ParameterSpec instance(TypeName type, String name) {
        return ParameterSpec.builder(type, name).addAnnotation(BINDS_INSTANCE).build();
    }
}
