package io.trainyard.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.GeneratedNames;
import io.trainyard.processor.model.TestGraphModel;
import io.trainyard.processor.model.TestGraphModel.Binding;
import io.trainyard.processor.model.TestGraphModel.Wanted;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.source.TestSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads test classes that drive strategies: what they replace in the graph, and what they take of it. */
public final class TestReader {

    /** Names the strategy of a test, or of a class of tests. */
    static final String STRATEGY_TEST = "io.trainyard.testkit.StrategyTest";

    /** On a field whose value replaces a binding. */
    static final String REPLACE = "io.trainyard.testkit.Replace";

    /** The annotations by which a test is found. */
    public static final List<String> ANNOTATIONS = List.of(STRATEGY_TEST);

    /** What the host gives, and Dagger need not make. */
    private static final Set<ClassName> PARTS = Set.of(
            CoreTypes.MARKET_CLOCK,
            CoreTypes.HISTORY,
            CoreTypes.PORTFOLIO,
            CoreTypes.OBJECT_STORE,
            CoreTypes.TRAINING,
            CoreTypes.MODEL_GUARD,
            CoreTypes.HOST_PARTS);

    private final Elements elements;
    private final Types types;

    /** A reader of the elements of one compilation. */
    public TestReader(Elements elements, Types types) {
        this.elements = elements;
        this.types = types;
    }

    /** The test class that an annotation belongs to; null if it is on a strategy, a package or the like. */
    public static @Nullable TypeElement testOf(Element annotated) {
        Element owner = annotated instanceof TypeElement ? annotated : annotated.getEnclosingElement();
        return owner instanceof TypeElement type ? type : null;
    }

    /** Whether a name in the test does not mean anything yet, so that it is to be read in a later round. */
    public boolean isUnresolved(TypeElement test) {
        for (Element member : test.getEnclosedElements()) {
            if (member instanceof VariableElement field
                    && AnnotationReader.single(field, REPLACE) != null
                    && field.asType().getKind() == TypeKind.ERROR) {
                return true;
            }
        }
        return strategies(test).stream().anyMatch(named -> named.type() == null);
    }

    /** What the test says of each strategy that it names. */
    public List<ReadTest> read(TypeElement test) {
        List<ReadTest> sources = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Named named : strategies(test)) {
            if (named.type() != null && seen.add(named.type().toString())) {
                sources.add(read(test, named.type(), named));
            }
        }
        return sources;
    }

    private ReadTest read(TypeElement test, TypeElement strategy, Named named) {
        boolean isStrategy = StrategyReader.isStrategy(strategy);
        AnnotationReader declared = AnnotationReader.single(strategy, StrategyReader.STRATEGY);
        GraphReader graph =
                new GraphReader(elements, strategy, declared == null ? List.of() : declared.types("modules"));
        Set<BindingKey> replaced = new LinkedHashSet<>();
        List<Binding> open = new ArrayList<>();
        List<TestSource.Replaced> sources = new ArrayList<>();
        for (VariableElement field : fields(test)) {
            AnnotationReader annotation = AnnotationReader.single(field, REPLACE);
            if (annotation != null) {
                open(
                        strategy,
                        graph,
                        BindingKey.of(field.asType(), field),
                        field.getSimpleName().toString(),
                        annotation.place(),
                        replaced,
                        open,
                        sources);
            }
        }
        for (AnnotationValue value : named.annotation().values("replaces")) {
            if (value.getValue() instanceof DeclaredType type) {
                open(
                        strategy,
                        graph,
                        BindingKey.of(type, type.asElement()),
                        "",
                        named.annotation().place().at(value),
                        replaced,
                        open,
                        sources);
            }
        }
        List<TestSource.Module> modules = new ArrayList<>();
        List<TypeElement> installed = named.annotation().types("modules");
        for (AnnotationValue value : named.annotation().values("modules")) {
            if (value.getValue() instanceof DeclaredType type && type.asElement() instanceof TypeElement module) {
                Set<BindingKey> bound = new GraphReader(elements, module, List.of(module)).bound();
                modules.add(new TestSource.Module(
                        module.getSimpleName().toString(),
                        StrategyReader.isDaggerModule(module),
                        bound.stream().anyMatch(graph::knows),
                        graph.offered(),
                        named.annotation().place().at(value)));
                replaced.addAll(bound);
            }
        }
        Optional<TestGraphModel> model = isStrategy && graph.isThere()
                ? Optional.of(model(test, strategy, graph, installed, replaced, open))
                : Optional.empty();
        return new ReadTest(
                new TestSource(
                        ClassName.get(strategy).simpleNames().stream().collect(Collectors.joining(".")),
                        isStrategy,
                        named.annotation().place(),
                        sources,
                        modules),
                model);
    }

    private void open(
            TypeElement strategy,
            GraphReader graph,
            BindingKey key,
            String field,
            Place place,
            Set<BindingKey> replaced,
            List<Binding> open,
            List<TestSource.Replaced> sources) {
        if (key.type() instanceof ClassName name
                && PARTS.contains(name)
                && key.qualifiers().isEmpty()) {
            return;
        }
        replaced.add(key);
        open.add(key.binding(types, field));
        sources.add(new TestSource.Replaced(
                key.shown(), graph.knows(key), hidden(key.mirror(), strategy), graph.offered(), place));
    }

    /** A class that code in the strategy's package cannot name. */
    private Optional<String> hidden(TypeMirror type, TypeElement strategy) {
        if (!(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        boolean away = !elements.getPackageOf(declared.asElement()).equals(elements.getPackageOf(strategy));
        for (Element part = declared.asElement(); part instanceof TypeElement; part = part.getEnclosingElement()) {
            Element around = part.getEnclosingElement();
            boolean inInterface = around != null && around.getKind().isInterface();
            if (part.getModifiers().contains(Modifier.PRIVATE)
                    || (away && !inInterface && !part.getModifiers().contains(Modifier.PUBLIC))) {
                return Optional.of(part.getSimpleName().toString());
            }
        }
        return declared.getTypeArguments().stream()
                .map(argument -> hidden(argument, strategy))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private TestGraphModel model(
            TypeElement test,
            TypeElement strategy,
            GraphReader graph,
            List<TypeElement> installed,
            Set<BindingKey> replaced,
            List<Binding> open) {
        ClassName testName = ClassName.get(test);
        ClassName strategyName = ClassName.get(strategy);
        String away = testName.packageName().equals(strategyName.packageName())
                        || testName.packageName().isEmpty()
                ? ""
                : testName.packageName().replace('.', '_') + "_";
        String suffix = "_In_" + away + String.join("_", testName.simpleNames());
        List<Wanted> parts = wanted(test, strategyName, graph, replaced);
        boolean needed = !replaced.isEmpty() || !parts.isEmpty();
        List<TypeName> modules = new ArrayList<>();
        if (needed) {
            modules.addAll(graph.staying(replaced));
            installed.forEach(module -> modules.add(ClassName.get(module)));
        }
        return new TestGraphModel(
                ClassName.get(strategyName.packageName(), String.join("_", strategyName.simpleNames()) + suffix),
                testName,
                strategyName,
                open,
                modules,
                needed ? graph.standIns(replaced, suffix) : List.of(),
                parts);
    }

    private List<Wanted> wanted(TypeElement test, ClassName strategy, GraphReader graph, Set<BindingKey> replaced) {
        Map<BindingKey, List<String>> places = new LinkedHashMap<>();
        for (ExecutableElement method : methods(test)) {
            for (int i = 0; i < method.getParameters().size(); i++) {
                VariableElement parameter = method.getParameters().get(i);
                BindingKey key = BindingKey.of(parameter.asType(), parameter);
                if (!isKnown(key, strategy) && (replaced.contains(key) || graph.makes(key))) {
                    places.computeIfAbsent(key, any -> new ArrayList<>()).add(place(method, i));
                }
            }
        }
        List<Wanted> wanted = new ArrayList<>();
        places.forEach((key, parameters) -> wanted.add(new Wanted(key.binding(types, ""), parameters)));
        return wanted;
    }

    /** Those of the class, and of classes in it that name no strategy themselves. */
    private List<ExecutableElement> methods(TypeElement test) {
        List<ExecutableElement> methods = new ArrayList<>();
        for (ExecutableElement method : ElementFilter.methodsIn(elements.getAllMembers(test))) {
            if (!String.valueOf(method.getEnclosingElement()).equals("java.lang.Object")) {
                methods.add(method);
            }
        }
        for (TypeElement nested : ElementFilter.typesIn(test.getEnclosedElements())) {
            if (AnnotationReader.single(nested, STRATEGY_TEST) == null) {
                methods.addAll(methods(nested));
            }
        }
        return methods;
    }

    private static boolean isKnown(BindingKey key, ClassName strategy) {
        GeneratedNames names = new GeneratedNames(strategy);
        return key.type() instanceof ClassName type
                && (PARTS.contains(type)
                        || type.equals(strategy)
                        || type.equals(names.guard())
                        || type.equals(names.component())
                        || type.packageName().equals("io.trainyard.testkit"));
    }

    /** {@code trades(Broker,StrategyDriver)#0}, as the test kit looks for it. */
    private String place(ExecutableElement method, int index) {
        return method.getSimpleName()
                + method.getParameters().stream()
                        .map(parameter -> simple(types.erasure(parameter.asType())))
                        .collect(Collectors.joining(",", "(", ")"))
                + "#" + index;
    }

    private static String simple(TypeMirror type) {
        String name = TypeName.get(type).withoutAnnotations().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private List<VariableElement> fields(TypeElement test) {
        return ElementFilter.fieldsIn(elements.getAllMembers(test));
    }

    /** The strategies that annotations of the class and of its methods name. */
    private static List<Named> strategies(TypeElement test) {
        List<Named> named = new ArrayList<>();
        List<Element> annotated = new ArrayList<>(List.of(test));
        annotated.addAll(ElementFilter.methodsIn(test.getEnclosedElements()));
        for (Element element : annotated) {
            AnnotationReader annotation = AnnotationReader.single(element, STRATEGY_TEST);
            if (annotation != null) {
                List<TypeElement> types = annotation.types("value");
                named.add(new Named(types.isEmpty() ? null : types.get(0), annotation));
            }
        }
        return named;
    }

    /**
     * What was read of a test.
     *
     * @param source its words
     * @param graph the graph that it wants; empty where its strategy has none
     */
    public record ReadTest(TestSource source, Optional<TestGraphModel> graph) {}

    private record Named(@Nullable TypeElement type, AnnotationReader annotation) {}
}
