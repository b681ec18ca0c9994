package io.trainyard.processor;

import com.google.auto.service.AutoService;
import io.trainyard.processor.read.StrategyReader;
import io.trainyard.processor.read.TestReader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Proves the strategies of a compilation and writes their wiring. */
@AutoService(Processor.class)
public final class StrategyProcessor extends AbstractProcessor {

    private @Nullable Compilation compilation;

    /** For the compiler. */
    public StrategyProcessor() {}

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        Set<String> annotations = new LinkedHashSet<>(StrategyReader.ANNOTATIONS);
        annotations.addAll(TestReader.ANNOTATIONS);
        return annotations;
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> options = new LinkedHashSet<>(Outlook.OPTIONS);
        options.addAll(Severities.options());
        return options;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        if (compilation == null) {
            compilation = new Compilation(processingEnv);
        }
        if (round.processingOver()) {
            compilation.end(round.errorRaised());
        } else {
            compilation.round(
                    annotated(annotations, round, StrategyReader.ANNOTATIONS),
                    annotated(annotations, round, TestReader.ANNOTATIONS));
        }
        return false;
    }

    private static Set<? extends Element> annotated(
            Set<? extends TypeElement> annotations, RoundEnvironment round, List<String> names) {
        return round.getElementsAnnotatedWithAny(annotations.stream()
                .filter(annotation ->
                        names.contains(annotation.getQualifiedName().toString()))
                .toArray(TypeElement[]::new));
    }
}
