package io.trainyard.processor;

import com.palantir.javapoet.ClassName;
import io.trainyard.processor.check.Checks;
import io.trainyard.processor.emit.StrategyEmitter;
import io.trainyard.processor.emit.TimetableEmitter;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.read.PlacePath;
import io.trainyard.processor.read.StrategyReader;
import io.trainyard.processor.resolve.StrategyResolver;
import io.trainyard.processor.source.StrategySource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * One run of the compiler: read, resolve, check, emit, round by round. A strategy that mentions something that another
 * processor has yet to write waits for a later round; what is still missing in the last one is the compiler's to report.
 */
final class Compilation {

    private final Elements elements;
    private final StrategyReader reader;
    private final StrategyResolver resolver;
    private final Checks checks;
    private final StrategyEmitter emitter;
    private final Severities severities;
    private final Outlook outlook;
    private final ProblemPrinter printer;
    private final GeneratedFiles files;
    private final TestCompilation tests;

    private final boolean hasCore;
    private final boolean hasDagger;
    private final boolean hasLearning;

    /** Names, not elements: an element of one round is not that of the next. */
    private final Set<String> waiting = new LinkedHashSet<>();

    private final Set<String> guarded = new HashSet<>();
    private final Map<Problem, PlacePath> held = new LinkedHashMap<>();
    private Optional<String> firstDaggerComponent = Optional.empty();
    private boolean toldSurroundings;
    private boolean toldDagger;
    private boolean toldLearning;
    private boolean failed;

    Compilation(ProcessingEnvironment environment) {
        this.elements = environment.getElementUtils();
        this.reader = new StrategyReader(
                elements, environment.getTypeUtils(), new ClassPathCodecs(environment.getFiler(), elements));
        this.resolver = new StrategyResolver(new ClassPathMarkets(environment.getFiler()));
        this.severities = new Severities(environment.getOptions());
        this.printer = new ProblemPrinter(environment, severities);
        this.files = new GeneratedFiles(environment.getFiler(), this::report);
        this.hasCore = exists(CoreTypes.STRATEGY_WIRING.canonicalName());
        this.hasDagger = exists("dagger.Component");
        this.hasLearning = exists(CoreTypes.WALK.canonicalName());
        this.emitter = new StrategyEmitter(
                exists("javax.annotation.processing.Generated")
                        ? Optional.of(ClassName.get("javax.annotation.processing", "Generated"))
                        : Optional.empty());
        this.outlook = Outlook.of(environment.getOptions(), BuildDay.epoch());
        this.checks = new Checks(outlook.horizon());
        this.tests = new TestCompilation(environment, checks, emitter, files, this::report);
        Stream.of(severities.mistakes(), outlook.mistakes())
                .flatMap(List::stream)
                .forEach(mistake -> {
                    failed = true;
                    printer.print(mistake);
                });
    }

    /** Takes what is annotated in a round, and what waited for it. */
    void round(Set<? extends Element> annotated, Set<? extends Element> inTests) {
        for (Element element : annotated) {
            if (element instanceof TypeElement type && StrategyReader.isStrategy(type)) {
                waiting.add(type.getQualifiedName().toString());
            } else {
                StrategyReader.strays(element).forEach(stray -> checks.stray(stray, this::report));
            }
        }
        List<Proven> proven = new ArrayList<>();
        for (String name : List.copyOf(waiting)) {
            TypeElement type = elements.getTypeElement(name);
            if (type == null || !surroundings(type)) {
                continue;
            }
            StrategySource source = reader.read(type);
            learning(source);
            if (source.unresolved()) {
                guardEarly(type, source);
            } else {
                waiting.remove(name);
                proven.add(prove(type, source));
            }
        }
        tests.check(inTests);
        // only when all have been proved: wirings that name what Dagger will not come to write would fail in their turn
        proven.forEach(this::write);
        if (!failed) {
            tests.write();
        }
    }

    /** Prints what was held back, and says so if Dagger did not do its part. */
    void end(boolean errorRaised) {
        held.forEach((problem, path) -> {
            Place place = path.in(elements);
            printer.print(place == null ? problem : problem.at(place));
        });
        if (!errorRaised && firstDaggerComponent.filter(name -> !exists(name)).isPresent()) {
            printer.print(ProblemPrinter.text(
                    Code.TY004,
                    "Dagger's compiler did not write " + firstDaggerComponent.get() + ".",
                    "what the constructor of a strategy wants is for Dagger to find, and its own processor writes the code.",
                    "put com.google.dagger:dagger-compiler beside trainyard-processor on the processor path"));
        }
    }

    private Proven prove(TypeElement type, StrategySource source) {
        List<Problem> problems = new ArrayList<>();
        checks.declaration(source, problems::add);
        StrategyModel model = resolver.resolve(source, source.declaration().isClass() ? problems::add : problem -> {});
        if (source.declaration().isClass()) {
            checks.meaning(model, problems::add);
            if (problems.stream().noneMatch(problem -> problem.code().isOfWordsOnSchedules())) {
                checks.schedules(model, problems::add);
            }
        }
        problems.forEach(this::report);
        if (!hasDagger && !toldDagger && !model.constructor().isPlain()) {
            toldDagger = true;
            report(missing(Code.TY002, Place.of(type), "Dagger", "com.google.dagger:dagger"));
        }
        boolean nameable = source.declaration().hiddenIn().isEmpty();
        return new Proven(type, model, nameable);
    }

    private void write(Proven proven) {
        StrategyModel model = proven.model();
        if (guarded.add(model.binaryName())) {
            files.write(emitter.guard(model), proven.type());
        }
        if (failed) {
            emitter.standIns(model, proven.nameable()).forEach(source -> files.write(source, proven.type()));
            return;
        }
        emitter.rest(model).forEach(source -> files.write(source, proven.type()));
        files.write(emitter.entry(model), proven.type());
        if (outlook.timetables()) {
            TimetableEmitter.emit(model, outlook.horizon())
                    .forEach(timetable -> files.writeBeside(timetable, proven.type()));
        }
        if (firstDaggerComponent.isEmpty() && !model.constructor().isPlain()) {
            firstDaggerComponent = Optional.of(model.names().daggerComponent().canonicalName());
        }
    }

    /**
     * Writes the guard of a strategy that has to wait: it needs no more than the names and keys of fields, and user code
     * that mentions it should not fail because some other word in the strategy is wrong.
     */
    private void guardEarly(TypeElement type, StrategySource source) {
        if (source.fieldsKnown() && guarded.add(source.binaryName())) {
            files.write(emitter.guard(resolver.resolve(source, problem -> {})), type);
        }
    }

    /** Whether generated code has what it is written against. Told once for a compilation. */
    private boolean surroundings(TypeElement type) {
        if (!toldSurroundings) {
            toldSurroundings = true;
            if (!hasCore) {
                report(missing(Code.TY003, Place.of(type), "Trainyard's core", "io.trainyard:trainyard-core"));
            }
        }
        return hasCore;
    }

    /** Whether what a walk forward is made of is there. Told once for a compilation, at the first. */
    private void learning(StrategySource source) {
        if (!hasLearning && !toldLearning) {
            source.trainings().stream()
                    .flatMap(training -> training.walk().stream())
                    .findFirst()
                    .ifPresent(walk -> {
                        toldLearning = true;
                        report(missing(
                                Code.TY006, walk.place(), "Trainyard's learning", "io.trainyard:trainyard-learning"));
                    });
        }
    }

    private static Problem missing(Code code, Place place, String what, String artifact) {
        return new Problem(
                code,
                place,
                what + " is not on the class path.",
                "the code that is generated for a strategy is written against it.",
                "add the dependency " + artifact);
    }

    /**
     * Prints an error at once. A warning is held back to the last round: where warnings count as errors, the compiler would
     * otherwise skip the round in which Dagger writes what generated code calls, and report that too.
     */
    private void report(Problem problem) {
        switch (severities.of(problem.code())) {
            case ERROR -> {
                failed = true;
                printer.print(problem);
            }
            case WARN -> held.put(problem, PlacePath.to(problem.place()));
            case OFF -> {
                // nobody wants to know
            }
        }
    }

    private boolean exists(String className) {
        return elements.getTypeElement(className) != null;
    }

    /**
     * A strategy that has been through all checks.
     *
     * @param type its class
     * @param model what is known of it
     * @param nameable whether classes of its package can name it
     */
    private record Proven(TypeElement type, StrategyModel model, boolean nameable) {}
}
