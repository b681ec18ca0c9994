package io.trainyard.processor.resolve;

import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.GeneratedNames;
import io.trainyard.processor.model.Part;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.MethodSource;
import io.trainyard.processor.source.ParameterSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Resolves the parameters of methods to parts of the host. */
final class PartResolver {

    private final String strategy;
    private final GeneratedNames names;
    private final Consumer<Problem> problems;

    PartResolver(String strategy, GeneratedNames names, Consumer<Problem> problems) {
        this.strategy = strategy;
        this.names = names;
        this.problems = problems;
    }

    List<Part> ofHandler(MethodSource method) {
        List<Part> parts = new ArrayList<>();
        for (ParameterSource parameter : method.parameters()) {
            Optional<Part> part = Part.of(parameter.type().name(), names);
            if (part.isEmpty()) {
                unknown(parameter, "a handler", "Slice, Bar, ");
            } else if (part.get().isOfTraining()) {
                problems.accept(new Problem(
                        Code.TY411,
                        parameter.place(),
                        "a handler cannot take " + typed(parameter) + ".",
                        parameter.type().shown()
                                + " is of the run of a training, and none runs on the thread of a handler.",
                        "take " + names.guard().simpleName() + ", which tells how the models are"));
            } else {
                parts.add(part.get());
            }
        }
        return parts;
    }

    List<Part> ofTraining(MethodSource method) {
        List<Part> parts = new ArrayList<>();
        for (ParameterSource parameter : method.parameters()) {
            Optional<Part> part = Part.of(parameter.type().name(), names);
            if (part.isEmpty() && parameter.type().name().equals(CoreTypes.WALK_FORWARD_SPLITS)) {
                problems.accept(new Problem(
                        Code.TY401,
                        parameter.place(),
                        "the host cannot hand " + typed(parameter) + " to a training.",
                        "what a training is handed of its walk forward stands as of the market time of its run.",
                        "take Walk, which is made by @WalkForward beside @Train"));
            } else if (part.isEmpty()) {
                unknown(parameter, "a training", "Training, Walk, ");
            } else if (part.get().isOfSlice()) {
                problems.accept(new Problem(
                        Code.TY402,
                        parameter.place(),
                        "a training cannot take " + typed(parameter) + ".",
                        "a training runs at its own time, not when a slice arrives: there is no current slice or bar.",
                        "take History, and read the latest bars from it: history.bars(\"SPY\", 1)"));
            } else {
                parts.add(part.get());
            }
        }
        return parts;
    }

    private void unknown(ParameterSource parameter, String taker, String more) {
        problems.accept(new Problem(
                Code.TY401,
                parameter.place(),
                "the host cannot hand " + typed(parameter) + " to " + taker + ".",
                taker + " takes " + more + "History, Portfolio, MarketClock, ObjectStore, ModelGuard and "
                        + names.guard().simpleName() + ".",
                "take " + parameter.type().shown() + " through the constructor of " + strategy
                        + ", where Dagger provides it, and keep it in a final field"));
    }

    private static String typed(ParameterSource parameter) {
        return parameter.type().shown() + " " + parameter.name();
    }
}
