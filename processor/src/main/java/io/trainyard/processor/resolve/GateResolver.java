package io.trainyard.processor.resolve;

import io.trainyard.processor.model.GateModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.GateSource;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** Resolves which models may take the place of the one in a field. */
final class GateResolver {

    private static final String ORDER = "a model goes through if its metric is atLeast or more, and atMost or less.";

    private final Consumer<Problem> problems;

    private GateResolver(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** The gate, without what means nothing; the first where there are several. */
    static Optional<GateModel> resolve(FieldSource field, Consumer<Problem> problems) {
        if (field.gates().size() > 1) {
            problems.accept(new Problem(
                    Code.TY323,
                    field.gates().get(1).place(),
                    field.name() + " has " + field.gates().size() + " gates.",
                    "one metric decides which models take the place of another, and its bounds stand in the same @Gate.",
                    "keep one of them; what else a model has to be, its training can check, and throw"));
        }
        return field.gates().stream().findFirst().map(new GateResolver(problems)::resolve);
    }

    private GateModel resolve(GateSource gate) {
        if (gate.metric().text().isBlank()) {
            problems.accept(new Problem(
                    Code.TY320,
                    gate.metric().place(),
                    "metric = \"" + gate.metric().text() + "\" names no metric.",
                    "a gate looks at what the training reports with training.metric(name, value).",
                    "metric = \"rmse\""));
        }
        double by = by(gate.by());
        double least = gate.atLeast().value();
        double most = gate.atMost().value();
        if (least == Double.POSITIVE_INFINITY) {
            impassable("atLeast = " + typed(least), gate.atLeast().place());
        } else if (most == Double.NEGATIVE_INFINITY) {
            impassable("atMost = " + typed(most), gate.atMost().place());
        } else if (least > most) {
            problems.accept(new Problem(
                    Code.TY322,
                    gate.atLeast().place(),
                    "no metric is at least " + least + " and at most " + most + ".",
                    ORDER,
                    "atLeast = " + most + ", atMost = " + least));
        }
        return new GateModel(gate.metric().text(), gate.better(), by, bound(least), bound(most), gate.place());
    }

    private double by(GateSource.Figure by) {
        double value = by.value();
        if (Double.isNaN(value)) {
            return 0;
        }
        if (value >= 0 && Double.isFinite(value)) {
            return value;
        }
        problems.accept(new Problem(
                Code.TY321,
                by.place(),
                "by = " + typed(value) + " is not how much better a model can be.",
                "it is the least distance between the two metrics, from 0 for no worse; better says in which direction.",
                "by = " + (Double.isFinite(value) ? -value : 0.0)));
        return 0;
    }

    private void impassable(String what, Place place) {
        problems.accept(
                new Problem(Code.TY322, place, what + " lets no model through.", ORDER, "leave it out for no bound"));
    }

    private static OptionalDouble bound(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    /** A number that is not finite as code has it. */
    private static String typed(double value) {
        return Double.isFinite(value)
                ? Double.toString(value)
                : value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
}
