package io.trainyard.processor.read;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.processor.model.GeneratedNames;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.source.ClassSource;
import io.trainyard.processor.source.ConstructorSource;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.HandlerSource;
import io.trainyard.processor.source.IdleSource;
import io.trainyard.processor.source.InjectSource;
import io.trainyard.processor.source.MethodSource;
import io.trainyard.processor.source.ModuleSource;
import io.trainyard.processor.source.ParameterSource;
import io.trainyard.processor.source.RunsSource;
import io.trainyard.processor.source.StrategySource;
import io.trainyard.processor.source.SubscribeSource;
import io.trainyard.processor.source.TrainSource;
import io.trainyard.processor.source.TypeSource;
import io.trainyard.processor.source.WalkSource;
import io.trainyard.processor.source.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads one strategy, in one walk over its members. */
final class MemberReader {

    private static final Set<String> INJECT = Set.of("javax.inject.Inject", "jakarta.inject.Inject");
    private static final Set<String> QUALIFIER = Set.of("javax.inject.Qualifier", "jakarta.inject.Qualifier");

    private final Elements elements;
    private final Types types;
    private final TypeElement type;
    private final ClassName name;
    private final TypeReader typeReader;

    private final List<ConstructorSource> constructors = new ArrayList<>(1);
    private final List<InjectSource> injectedMembers = new ArrayList<>(0);
    private final Set<String> fieldNames = new HashSet<>();
    private final Map<String, TypeMirror> fieldTypes = new LinkedHashMap<>();
    private final Map<String, TypeMirror> unmarkedTypes = new LinkedHashMap<>();
    private final List<FieldSource> fields = new ArrayList<>();
    private final List<HandlerSource> handlers = new ArrayList<>();
    private final List<IdleSource> idle = new ArrayList<>(0);
    private boolean unresolvedValue;
    private boolean unresolvedField;

    MemberReader(Elements elements, Types types, StoredTypes stored, TypeElement type) {
        this.elements = elements;
        this.types = types;
        this.type = type;
        this.name = ClassName.get(type);
        this.typeReader = new TypeReader(types, stored, new GeneratedNames(name));
    }

    StrategySource read() {
        AnnotationReader annotation = AnnotationReader.single(type, StrategyReader.STRATEGY);
        if (annotation == null) {
            throw new IllegalArgumentException(type + " is no strategy");
        }
        List<AnnotationReader> subscribes = AnnotationReader.repeated(type, StrategyReader.SUBSCRIBE);
        List<ExecutableElement> trainingMethods = new ArrayList<>();
        for (Element member : type.getEnclosedElements()) {
            switch (member.getKind()) {
                case FIELD -> field((VariableElement) member);
                case CONSTRUCTOR -> constructor((ExecutableElement) member);
                case METHOD -> method((ExecutableElement) member, trainingMethods);
                default -> {
                    // nested types and initializers say nothing about the strategy
                }
            }
        }
        List<TrainSource> trainings =
                trainingMethods.stream().map(this::training).toList();
        List<ModuleSource> modules = resolved(annotation) ? modules(annotation) : List.of();
        List<SubscribeSource> subscriptions = subscribes.stream()
                .filter(this::resolved)
                .map(subscribe -> new SubscribeSource(
                        subscribe.word("symbol"),
                        subscribe.constant("resolution", Resolution.class),
                        subscribe.word("market"),
                        subscribe.states("market")))
                .toList();
        boolean whole = resolved(annotation);
        Word nothing = new Word("", annotation.place());
        return new StrategySource(
                name,
                elements.getBinaryName(type).toString(),
                declaration(),
                annotation.place(),
                whole ? annotation.word("name") : nothing,
                whole ? annotation.word("zone") : nothing,
                whole ? annotation.constant("tier", Tier.class) : Tier.MB_512,
                whole ? annotation.constant("plan", Plan.class) : Plan.FREE,
                whole ? annotation.word("embargo") : nothing,
                modules,
                subscriptions,
                constructors,
                injectedMembers,
                fieldNames,
                fields,
                trainings,
                handlers,
                idle,
                unresolvedValue || typeReader.metUnresolved(),
                !unresolvedField);
    }

    /** Notes that something is not there yet; what it stands in is read again when it is. */
    private boolean resolved(AnnotationReader annotation) {
        boolean unresolved = annotation.isUnresolved();
        unresolvedValue |= unresolved;
        return !unresolved;
    }

    private ClassSource declaration() {
        String hiddenIn = null;
        boolean open = true;
        for (Element around = type; around instanceof TypeElement; around = around.getEnclosingElement()) {
            if (around.getModifiers().contains(Modifier.PRIVATE)) {
                hiddenIn = around.getSimpleName().toString();
            }
            open &= around.getModifiers().contains(Modifier.PUBLIC);
        }
        boolean inner = type.getNestingKind() != NestingKind.TOP_LEVEL
                && !type.getModifiers().contains(Modifier.STATIC);
        return new ClassSource(
                type.getKind() == ElementKind.ANNOTATION_TYPE
                        ? "annotation"
                        : type.getKind().name().toLowerCase(Locale.ROOT),
                type.getModifiers(),
                !type.getTypeParameters().isEmpty(),
                inner,
                Optional.ofNullable(hiddenIn),
                open,
                strategyAbove(),
                Place.of(type));
    }

    private Optional<String> strategyAbove() {
        TypeMirror above = type.getSuperclass();
        while (above.getKind() == TypeKind.DECLARED) {
            TypeElement superclass = (TypeElement) ((DeclaredType) above).asElement();
            if (superclass.getQualifiedName().contentEquals("java.lang.Object")) {
                break;
            }
            if (StrategyReader.isStrategy(superclass)) {
                return Optional.of(superclass.getSimpleName().toString());
            }
            above = superclass.getSuperclass();
        }
        return Optional.empty();
    }

    private List<ModuleSource> modules(AnnotationReader annotation) {
        List<ModuleSource> modules = new ArrayList<>(0);
        for (AnnotationValue value : annotation.values("modules")) {
            TypeMirror mirror = AnnotationReader.type(value);
            Element module = mirror.getKind() == TypeKind.DECLARED ? ((DeclaredType) mirror).asElement() : null;
            modules.add(new ModuleSource(
                    typeReader.read(mirror),
                    module != null && StrategyReader.isDaggerModule(module),
                    module == null || !needsArguments(module),
                    annotation.place().at(value)));
        }
        return modules;
    }

    /** Whether Dagger needs an object of the module, and the module cannot be made without arguments. */
    private static boolean needsArguments(Element module) {
        boolean needsObject = false;
        boolean hasPlainConstructor = false;
        for (Element member : module.getEnclosedElements()) {
            Set<Modifier> modifiers = member.getModifiers();
            if (member.getKind() == ElementKind.METHOD) {
                needsObject |= !modifiers.contains(Modifier.STATIC)
                        && !modifiers.contains(Modifier.ABSTRACT)
                        && AnnotationReader.single(member, "dagger.Provides") != null;
            } else if (member.getKind() == ElementKind.CONSTRUCTOR) {
                hasPlainConstructor |=
                        ((ExecutableElement) member).getParameters().isEmpty() && !modifiers.contains(Modifier.PRIVATE);
            }
        }
        return needsObject && !hasPlainConstructor;
    }

    private void field(VariableElement field) {
        String fieldName = field.getSimpleName().toString();
        fieldNames.add(fieldName);
        noteInject(field);
        AnnotationReader stored = AnnotationReader.single(field, StrategyReader.STORED);
        if (stored == null) {
            if (isReplaceable(field)) {
                unmarkedTypes.put(fieldName, field.asType());
            }
            return;
        }
        if (!resolved(stored)) {
            unresolvedField = true;
            return;
        }
        fieldTypes.put(fieldName, field.asType());
        fields.add(new FieldSource(
                fieldName,
                field.getModifiers(),
                typeReader.readStored(field.asType()),
                stored.word("value"),
                stored.constant("format", Format.class),
                stored.placeOf("format"),
                stored.word("maxAge"),
                stored.word("expiresAfter"),
                stored.flag("refresh"),
                stored.nested("gate").stream().map(GateReader::read).toList(),
                Place.of(field)));
    }

    private static boolean isReplaceable(VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        return !modifiers.contains(Modifier.STATIC)
                && !modifiers.contains(Modifier.PRIVATE)
                && !modifiers.contains(Modifier.FINAL);
    }

    private void constructor(ExecutableElement constructor) {
        constructors.add(new ConstructorSource(
                constructor.getModifiers().contains(Modifier.PRIVATE),
                hasInject(constructor),
                parameters(constructor),
                constructor.getThrownTypes().stream()
                        .filter(this::isChecked)
                        .map(TypeMirror::toString)
                        .findFirst(),
                Place.of(constructor)));
    }

    private boolean isChecked(TypeMirror thrown) {
        return !types.isSubtype(thrown, declared("java.lang.RuntimeException"))
                && !types.isSubtype(thrown, declared("java.lang.Error"));
    }

    private TypeMirror declared(String qualifiedName) {
        return elements.getTypeElement(qualifiedName).asType();
    }

    private void method(ExecutableElement method, List<ExecutableElement> trainingMethods) {
        noteInject(method);
        for (AnnotationMirror mirror : method.getAnnotationMirrors()) {
            switch (AnnotationReader.nameOf(mirror)) {
                // read after all fields, which may come later in the source
                case StrategyReader.TRAIN, StrategyReader.TRAIN + ".List" -> trainingMethods.add(method);
                case StrategyReader.ON_DATA -> {
                    AnnotationReader annotation = new AnnotationReader(method, mirror);
                    if (resolved(annotation)) {
                        handlers.add(new HandlerSource(
                                signature(method),
                                annotation.flag("always"),
                                annotation.placeOf("always"),
                                annotation.words("requires"),
                                annotation.place()));
                    }
                }
                case StrategyReader.RUNS, StrategyReader.WALK_FORWARD -> {
                    if (AnnotationReader.repeated(method, StrategyReader.TRAIN).isEmpty()) {
                        idle.add(new IdleSource(
                                mirror.getAnnotationType()
                                        .asElement()
                                        .getSimpleName()
                                        .toString(),
                                method.getSimpleName().toString(),
                                Place.of(method, mirror)));
                    }
                }
                default -> {
                    // the annotation is not ours
                }
            }
        }
    }

    private TrainSource training(ExecutableElement method) {
        List<TrainSource.Occasion> occasions = new ArrayList<>(2);
        for (AnnotationReader train : AnnotationReader.repeated(method, StrategyReader.TRAIN)) {
            if (resolved(train)) {
                occasions.add(new TrainSource.Occasion(
                        ScheduleReader.read(train), train.word("stores"), train.word("limit"), train.place()));
            }
        }
        MethodSource signature = signature(method);
        Set<String> fits = new HashSet<>();
        List<String> unmarked = new ArrayList<>(0);
        TypeMirror result = method.getReturnType();
        if (!signature.result().name().equals(TypeName.VOID)) {
            fieldTypes.forEach((fieldName, fieldType) -> {
                if (types.isAssignable(result, fieldType)) {
                    fits.add(fieldName);
                }
            });
            TypeMirror stored = result.getKind().isPrimitive()
                    ? types.boxedClass((PrimitiveType) result).asType()
                    : result;
            unmarkedTypes.forEach((fieldName, fieldType) -> {
                if (types.isSameType(stored, fieldType)) {
                    unmarked.add(fieldName);
                }
            });
        }
        Optional<RunsSource> runs = Optional.ofNullable(AnnotationReader.single(method, StrategyReader.RUNS))
                .filter(this::resolved)
                .map(RunsReader::read);
        Optional<WalkSource> walk = Optional.ofNullable(AnnotationReader.single(method, StrategyReader.WALK_FORWARD))
                .filter(this::resolved)
                .map(WalkReader::read);
        return new TrainSource(signature, occasions, runs, walk, fits, unmarked);
    }

    private MethodSource signature(ExecutableElement method) {
        return new MethodSource(
                method.getSimpleName().toString(),
                method.getModifiers(),
                !method.getTypeParameters().isEmpty(),
                typeReader.read(method.getReturnType()),
                parameters(method),
                Place.of(method));
    }

    private List<ParameterSource> parameters(ExecutableElement method) {
        List<ParameterSource> parameters = new ArrayList<>();
        for (VariableElement parameter : method.getParameters()) {
            TypeSource parameterType = typeReader.read(parameter.asType());
            List<AnnotationSpec> annotations = new ArrayList<>(0);
            if (method.getKind() == ElementKind.CONSTRUCTOR) {
                for (AnnotationMirror mirror : parameter.getAnnotationMirrors()) {
                    if (mirror.getAnnotationType().getKind() == TypeKind.ERROR) {
                        unresolvedValue = true;
                    } else if (isQualifier(mirror) || isNullable(mirror)) {
                        unresolvedValue |= new AnnotationReader(parameter, mirror).isUnresolved();
                        annotations.add(AnnotationSpec.get(mirror));
                    }
                }
                if (parameter.getAnnotationMirrors().stream().noneMatch(MemberReader::isNullable)) {
                    parameterType = withNullable(parameterType, parameter.asType());
                }
            }
            parameters.add(new ParameterSource(
                    parameter.getSimpleName().toString(), parameterType, annotations, Place.of(parameter)));
        }
        return parameters;
    }

    /** Dagger reads {@code @Nullable} on the type as well, and compares it with what the binding gives. */
    private static TypeSource withNullable(TypeSource source, TypeMirror mirror) {
        for (AnnotationMirror annotation : mirror.getAnnotationMirrors()) {
            if (isNullable(annotation)) {
                return new TypeSource(
                        source.name().annotated(List.of(AnnotationSpec.get(annotation))),
                        source.shown(),
                        source.hidden(),
                        source.trait(),
                        source.library());
            }
        }
        return source;
    }

    private static boolean isNullable(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable");
    }

    private static boolean isQualifier(AnnotationMirror mirror) {
        return mirror.getAnnotationType().asElement().getAnnotationMirrors().stream()
                .anyMatch(meta -> QUALIFIER.contains(AnnotationReader.nameOf(meta)));
    }

    private void noteInject(Element member) {
        AnnotationMirror inject = inject(member);
        if (inject != null) {
            injectedMembers.add(new InjectSource(member.getSimpleName().toString(), Place.of(member, inject)));
        }
    }

    private static boolean hasInject(Element member) {
        return inject(member) != null;
    }

    private static @Nullable AnnotationMirror inject(Element member) {
        for (AnnotationMirror mirror : member.getAnnotationMirrors()) {
            if (INJECT.contains(AnnotationReader.nameOf(mirror))) {
                return mirror;
            }
        }
        return null;
    }
}
