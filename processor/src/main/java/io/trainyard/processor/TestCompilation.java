package io.trainyard.processor;

import io.trainyard.processor.check.Checks;
import io.trainyard.processor.emit.StrategyEmitter;
import io.trainyard.processor.model.TestGraphModel;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.read.TestReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** The tests of a compilation that drive strategies: those that want another graph than the strategy's own are given it. */
final class TestCompilation {

    private final Elements elements;
    private final TestReader reader;
    private final Checks checks;
    private final StrategyEmitter emitter;
    private final GeneratedFiles files;
    private final Consumer<Problem> report;

    /** Names, not elements: an element of one round is not that of the next. */
    private final Set<String> waiting = new LinkedHashSet<>();

    /** What this round is to write, by the test that it comes from. */
    private final Map<TestGraphModel, TypeElement> checked = new LinkedHashMap<>();

    TestCompilation(
            ProcessingEnvironment environment,
            Checks checks,
            StrategyEmitter emitter,
            GeneratedFiles files,
            Consumer<Problem> report) {
        this.elements = environment.getElementUtils();
        this.reader = new TestReader(elements, environment.getTypeUtils());
        this.checks = checks;
        this.emitter = emitter;
        this.files = files;
        this.report = report;
    }

    /** Checks what is annotated in a round, and what waited for it, before strategies are written. */
    void check(Set<? extends Element> annotated) {
        for (Element element : annotated) {
            TypeElement test = TestReader.testOf(element);
            if (test != null) {
                waiting.add(test.getQualifiedName().toString());
            }
        }
        for (String name : List.copyOf(waiting)) {
            TypeElement test = elements.getTypeElement(name);
            if (test != null && !reader.isUnresolved(test)) {
                waiting.remove(name);
                reader.read(test).forEach(read -> check(test, read));
            }
        }
    }

    private void check(TypeElement test, TestReader.ReadTest read) {
        List<Problem> problems = new ArrayList<>();
        checks.test(read.source(), problems::add);
        problems.forEach(report);
        read.graph().ifPresent(graph -> checked.put(graph, test));
    }

    /** Writes what was checked, once the strategies are written that it stands on. */
    void write() {
        checked.forEach((graph, test) -> emitter.test(graph).forEach(source -> files.write(source, test)));
        checked.clear();
    }
}
