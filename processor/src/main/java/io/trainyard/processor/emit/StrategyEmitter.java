package io.trainyard.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TestGraphModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Emits all files of a strategy. */
public final class StrategyEmitter {

    private static final String ENTRIES = "META-INF/trainyard/strategies/";

    private final GuardEmitter guards;
    private final ComponentEmitter components;
    private final WiringEmitter wirings;
    private final TestWiringEmitter tests;

    /**
     * An emitter for a compilation.
     *
     * @param generated the JDK's {@code @Generated}, empty where the compilation does not see it
     */
    public StrategyEmitter(Optional<ClassName> generated) {
        GeneratedMarks marks = new GeneratedMarks(generated);
        guards = new GuardEmitter(marks);
        components = new ComponentEmitter(marks);
        wirings = new WiringEmitter(marks);
        tests = new TestWiringEmitter(marks);
    }

    /** The guard. */
    public Source guard(StrategyModel model) {
        return source(model.names().guard(), guards.emit(model));
    }

    /** The component and the wiring. */
    public List<Source> rest(StrategyModel model) {
        return List.of(
                source(model.names().component(), components.emit(model)),
                source(model.names().wiring(), wirings.emit(model)));
    }

    /**
     * What stands in for {@link #rest} where something has a problem: the same types, which do nothing.
     *
     * @param nameable whether the component can name the strategy; else there is none
     */
    public List<Source> standIns(StrategyModel model, boolean nameable) {
        Source wiring = source(model.names().wiring(), wirings.emitStandIn(model));
        return nameable
                ? List.of(source(model.names().component(), components.emitStandIn(model)), wiring)
                : List.of(wiring);
    }

    /** The file by which the runtime finds the wiring: {@code sunday-trend demo.SundayTrend_Wiring}. */
    public Entry entry(StrategyModel model) {
        return new Entry(
                ENTRIES + model.binaryName(),
                model.name() + " " + model.names().wiring().canonicalName() + "\n");
    }

    /** What a test wants of the graph of its strategy; nothing if that is the strategy's own. */
    public List<Source> test(TestGraphModel model) {
        if (!model.isNeeded()) {
            return List.of();
        }
        List<Source> sources = new ArrayList<>();
        sources.add(source(model.type(), tests.emit(model)));
        model.standIns().forEach(standIn -> sources.add(source(standIn.type(), tests.emit(standIn))));
        return sources;
    }

    private static Source source(ClassName name, TypeSpec type) {
        String text = JavaFile.builder(name.packageName(), type)
                .skipJavaLangImports(true)
                .build()
                .toString();
        return new Source(name.canonicalName(), text);
    }

    /**
     * A source file.
     *
     * @param className the qualified name of its class
     * @param text its text
     */
    public record Source(String className, String text) {}

    /**
     * A resource.
     *
     * @param path where it is, from the root of the class path
     * @param text its text, in ASCII and the letters of class names
     */
    public record Entry(String path, String text) {}
}
