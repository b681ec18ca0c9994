package io.trainyard.processor.check;

import io.trainyard.Format;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.LibraryModel;
import io.trainyard.processor.source.StrategySource;
import java.util.function.Consumer;

/** What is stored can be read back: its class can be made, and is known. */
final class ReadableFields implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        for (FieldSource field : source.fields()) {
            String type = field.type().shown();
            field.type().library().ifPresent(library -> library(field, library, problems));
            switch (field.type().trait()) {
                case PLAIN -> {
                    // nothing that is known here speaks against it
                }
                case INNER ->
                    report(
                            field,
                            type + " is an inner class",
                            "an object of it cannot be made without one of the class around it, and a store holds none.",
                            "static on " + type,
                            problems);
                case OPEN ->
                    report(
                            field,
                            type + " is an interface or an abstract class",
                            "whoever reads the model back has to know which class to make, and nothing tells.",
                            "declare the field by the class that the training returns, or annotate " + type
                                    + " with Jackson's @JsonTypeInfo",
                            problems);
                case CLOSED -> {
                    if (field.format() == Format.AUTO) {
                        report(
                                field,
                                type + " is AutoCloseable",
                                "it holds something that is to be closed, which JSON cannot tell, and no codec for it is on the"
                                        + " class path.",
                                "put a ModelCodec for " + type
                                        + " there, with io/trainyard/codecs/ and its name; or format = JSON, if its"
                                        + " fields are all that there is to it",
                                problems);
                    }
                }
                case OBJECT ->
                    report(
                            field,
                            "Object says nothing about the model",
                            "whoever reads the model back has to know which class to make.",
                            "declare the field by the class that the training returns",
                            problems);
            }
        }
    }

    private static void library(FieldSource field, LibraryModel model, Consumer<Problem> problems) {
        String dependency = "add the dependency " + model.dependency();
        problems.accept(new Problem(
                Code.TY317,
                field.place(),
                field.name() + " is a model of " + model.library() + ", and nothing here can store it.",
                model.instead().isPresent()
                        ? "it does not know how to make itself again from what it has learned."
                        : "its codec is in an artifact of its own, which is not on the class path.",
                model.instead()
                        .map(instead -> "declare the field as " + instead + ", and " + dependency)
                        .orElse(dependency)));
    }

    private static void report(FieldSource field, String what, String why, String fix, Consumer<Problem> problems) {
        problems.accept(new Problem(
                Code.TY314,
                field.place(),
                what + ", so what is in " + field.name() + " could not be read back.",
                why,
                fix));
    }
}
