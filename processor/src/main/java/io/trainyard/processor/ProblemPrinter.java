package io.trainyard.processor;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.problem.Severity;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic.Kind;

/** Prints problems where they stand, in four lines: what, why, what to type instead, where to read on. */
final class ProblemPrinter {

    private final ProcessingEnvironment environment;
    private final Messager messager;
    private final Severities severities;

    ProblemPrinter(ProcessingEnvironment environment, Severities severities) {
        this.environment = environment;
        this.messager = environment.getMessager();
        this.severities = severities;
    }

    /** Prints a problem. */
    void print(Problem problem) {
        Kind kind = severities.of(problem.code()) == Severity.ERROR ? Kind.ERROR : Kind.WARNING;
        String text = text(problem.code(), problem.what(), problem.why(), problem.fix());
        Place place = problem.place();
        if (place.annotation() == null) {
            messager.printMessage(kind, text, place.element());
        } else if (!AnnotationTrees.print(environment, kind, text, place)) {
            messager.printMessage(kind, text, place.element(), place.annotation(), place.value());
        }
    }

    /** Prints a message that stands nowhere in the source. */
    void print(String text) {
        messager.printMessage(Kind.ERROR, text);
    }

    /** The four lines. The compiler indents all but the first by another two spaces. */
    static String text(Code code, String what, String why, String fix) {
        StringBuilder text = new StringBuilder("[" + code + "] " + what);
        text.append("\n  why:  ").append(why);
        if (!fix.isEmpty()) {
            text.append("\n  fix:  ").append(fix);
        }
        return text.append("\n  more: ").append(code.page()).toString();
    }
}
