package io.trainyard.processor;

import com.google.auto.service.AutoService;
import io.trainyard.processor.read.StrategyReader;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
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
        return Set.copyOf(StrategyReader.ANNOTATIONS);
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
            compilation.round(round.getElementsAnnotatedWithAny(annotations.toArray(new TypeElement[0])));
        }
        return false;
    }
}
