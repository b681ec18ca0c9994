package io.trainyard.processor;

import io.trainyard.processor.emit.StrategyEmitter;
import io.trainyard.processor.emit.TimetableEmitter;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.function.Consumer;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes generated files, each with the one class that it comes from: build tools may compile class by class. */
final class GeneratedFiles {

    private final Filer filer;
    private final Consumer<Problem> problems;
    private boolean toldPages;

    GeneratedFiles(Filer filer, Consumer<Problem> problems) {
        this.filer = filer;
        this.problems = problems;
    }

    void write(StrategyEmitter.Source source, TypeElement origin) {
        try {
            write(filer.createSourceFile(source.className(), origin), source.text());
        } catch (FilerException taken) {
            taken(source.className(), origin);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + source.className(), e);
        }
    }

    void write(StrategyEmitter.Entry entry, TypeElement origin) {
        try {
            write(filer.createResource(StandardLocation.CLASS_OUTPUT, "", entry.path(), origin), entry.text());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + entry.path(), e);
        }
    }

    /**
     * Writes a page beside the generated sources, so that what depends on the day of the build gets into no jar. A build is
     * not broken for a page that cannot be written, and it is told of one, not of each.
     */
    void writeBeside(TimetableEmitter.Page page, TypeElement origin) {
        try {
            write(
                    filer.createResource(StandardLocation.SOURCE_OUTPUT, page.packageName(), page.name(), origin),
                    page.text());
        } catch (IOException | RuntimeException refused) {
            if (toldPages) {
                return;
            }
            toldPages = true;
            problems.accept(new Problem(
                    Code.TY005,
                    Place.of(origin),
                    "the timetable " + page.name() + " could not be written: " + refused + ".",
                    "it goes where the compiler puts generated sources, and the compiler refused it.",
                    "-Atrainyard.timetables=off, or a folder for generated sources, -s, that can be written to"));
        }
    }

    private static void write(FileObject file, String text) throws IOException {
        try (Writer writer = file.openWriter()) {
            writer.write(text);
        }
    }

    private void taken(String className, TypeElement origin) {
        problems.accept(new Problem(
                Code.TY116,
                Place.of(origin),
                "the name " + className + " is taken.",
                "Trainyard writes a class of that name for " + origin.getSimpleName() + ".",
                "rename the class that is called so, or " + origin.getSimpleName()));
    }
}
