package io.trainyard.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.trainyard.processor.model.ConstructorModel;
import io.trainyard.processor.model.TestGraphModel.Method;
import io.trainyard.processor.model.TestGraphModel.StandIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads what the graph of a strategy binds, and what it takes: its modules, and classes with an injected constructor. */
final class GraphReader {

    private static final List<String> BINDINGS = List.of("dagger.Provides", "dagger.Binds");
    private static final List<String> PARTIAL = List.of(
            "dagger.multibindings.IntoSet", "dagger.multibindings.ElementsIntoSet", "dagger.multibindings.IntoMap");
    private static final List<String> INJECT = List.of("javax.inject.Inject", "jakarta.inject.Inject");

    private final Elements elements;
    /** In the order of their coming, includes after those that include them. */
    private final Map<String, TypeElement> modules = new LinkedHashMap<>();

    private final Set<BindingKey> bound = new LinkedHashSet<>();
    private final Set<BindingKey> taken = new LinkedHashSet<>();
    private final boolean there;

    /** Reads the graph of a strategy. */
    GraphReader(Elements elements, TypeElement strategy, List<TypeElement> installed) {
        this.elements = elements;
        installed.forEach(this::add);
        for (TypeElement module : modules.values()) {
            for (ExecutableElement method : methods(module)) {
                if (binds(method)) {
                    bound.add(key(method));
                }
                method.getParameters().forEach(this::take);
            }
        }
        List<ExecutableElement> constructors = ElementFilter.constructorsIn(strategy.getEnclosedElements());
        List<? extends VariableElement> wanted = constructors.stream()
                .filter(GraphReader::isInjected)
                .findFirst()
                .or(() -> constructors.stream().findFirst())
                .map(ExecutableElement::getParameters)
                .orElse(List.of());
        wanted.forEach(this::take);
        there = !wanted.isEmpty() || !installed.isEmpty();
    }

    /** Whether the strategy has a graph, and is not made by {@code new} alone. */
    boolean isThere() {
        return there;
    }

    private void add(TypeElement module) {
        if (modules.putIfAbsent(module.getQualifiedName().toString(), module) == null) {
            includes(module).forEach(this::add);
        }
    }

    private List<TypeElement> includes(TypeElement module) {
        AnnotationReader annotation = AnnotationReader.single(module, "dagger.Module");
        return annotation == null ? List.of() : annotation.types("includes");
    }

    private List<ExecutableElement> methods(TypeElement module) {
        return ElementFilter.methodsIn(elements.getAllMembers(module)).stream()
                .filter(method -> method.getAnnotationMirrors().stream()
                        .anyMatch(annotation ->
                                AnnotationReader.nameOf(annotation).startsWith("dagger.")))
                .toList();
    }

    private static boolean binds(ExecutableElement method) {
        List<String> names = method.getAnnotationMirrors().stream()
                .map(AnnotationReader::nameOf)
                .toList();
        return names.stream().anyMatch(BINDINGS::contains) && names.stream().noneMatch(PARTIAL::contains);
    }

    private static BindingKey key(ExecutableElement method) {
        return BindingKey.of(method.getReturnType(), method);
    }

    private void take(VariableElement parameter) {
        take(BindingKey.of(parameter.asType(), parameter).unwrapped());
    }

    private void take(BindingKey key) {
        if (!taken.add(key) || bound.contains(key) || !key.qualifiers().isEmpty()) {
            return;
        }
        ExecutableElement constructor = injected(key.mirror());
        if (constructor != null && key.mirror() instanceof DeclaredType type) {
            constructor.getParameters().forEach(this::take);
            for (VariableElement field : ElementFilter.fieldsIn(type.asElement().getEnclosedElements())) {
                if (isInjected(field)) {
                    take(field);
                }
            }
        }
    }

    private static @Nullable ExecutableElement injected(TypeMirror type) {
        if (!(type instanceof DeclaredType declared)) {
            return null;
        }
        return ElementFilter.constructorsIn(declared.asElement().getEnclosedElements()).stream()
                .filter(GraphReader::isInjected)
                .findFirst()
                .orElse(null);
    }

    private static boolean isInjected(Element element) {
        return element.getAnnotationMirrors().stream()
                .map(AnnotationReader::nameOf)
                .anyMatch(INJECT::contains);
    }

    /** Whether something in the graph takes it, or a module binds it. */
    boolean knows(BindingKey key) {
        return bound.contains(key) || taken.contains(key);
    }

    /** Whether Dagger can make it here, as far as one looks at it alone. */
    boolean makes(BindingKey key) {
        return bound.contains(key) || (key.qualifiers().isEmpty() && injected(key.mirror()) != null);
    }

    /** What the graph binds and takes, but for what the host gives. */
    List<String> offered() {
        Set<BindingKey> all = new LinkedHashSet<>(bound);
        all.addAll(taken);
        return all.stream()
                .filter(key -> !key.type().toString().startsWith("io.trainyard."))
                .map(BindingKey::shown)
                .distinct()
                .toList();
    }

    /** What it binds. */
    Set<BindingKey> bound() {
        return bound;
    }

    /** The modules that can stay as they are when some bindings are replaced: those that need no stand-in, includes apart. */
    List<TypeName> staying(Set<BindingKey> replaced) {
        List<TypeName> staying = new ArrayList<>();
        for (TypeElement module : modules.values()) {
            if (!touches(module, replaced)) {
                staying.add(ClassName.get(module));
            }
        }
        return staying;
    }

    /** Whether a module, or one that it includes, binds something that is replaced. */
    private boolean touches(TypeElement module, Set<BindingKey> replaced) {
        return methods(module).stream().anyMatch(method -> binds(method) && replaced.contains(key(method)))
                || includes(module).stream().anyMatch(included -> touches(included, replaced));
    }

    /** What takes the place of the others. */
    List<StandIn> standIns(Set<BindingKey> replaced, String suffix) {
        List<StandIn> standIns = new ArrayList<>();
        for (TypeElement module : modules.values()) {
            if (touches(module, replaced)) {
                List<Method> methods = new ArrayList<>();
                boolean made = false;
                for (ExecutableElement method : methods(module)) {
                    if (!binds(method) || !replaced.contains(key(method))) {
                        Method left = read(method);
                        made |= !left.bound() && !left.ofClass();
                        methods.add(left);
                    }
                }
                ClassName name = ClassName.get(module);
                if (!methods.isEmpty()) {
                    standIns.add(new StandIn(
                            ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + suffix),
                            name,
                            made,
                            methods));
                }
            }
        }
        return standIns;
    }

    private static Method read(ExecutableElement method) {
        return new Method(
                method.getSimpleName().toString(),
                TypeName.get(method.getReturnType()).withoutAnnotations(),
                annotations(method),
                method.getParameters().stream()
                        .map(parameter -> new ConstructorModel.Argument(
                                parameter.getSimpleName().toString(),
                                TypeName.get(parameter.asType()).withoutAnnotations(),
                                annotations(parameter)))
                        .toList(),
                method.getModifiers().contains(Modifier.ABSTRACT),
                method.getModifiers().contains(Modifier.STATIC));
    }

    private static List<AnnotationSpec> annotations(Element element) {
        List<AnnotationSpec> annotations = new ArrayList<>();
        for (AnnotationMirror annotation : element.getAnnotationMirrors()) {
            if (!AnnotationReader.nameOf(annotation).startsWith("java.lang.")) {
                annotations.add(AnnotationSpec.get(annotation));
            }
        }
        return annotations;
    }
}
