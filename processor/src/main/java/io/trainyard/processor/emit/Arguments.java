package io.trainyard.processor.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import io.trainyard.processor.model.CoreTypes;
import io.trainyard.processor.model.HandlerModel;
import io.trainyard.processor.model.Part;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a method of a strategy takes, and how it comes to it: parts of the host are fetched once, outside of the lambda.
 *
 * @param parts what it takes, in its order
 * @param fills the variables of the slots that it fills, and their types
 * @param walk the constant of the walk forward that it takes, if it does
 * @param guarded whether the guard has to be there, although it does not take it
 */
record Arguments(List<Part> parts, Map<String, TypeName> fills, String walk, boolean guarded) {

    static Arguments of(TrainingModel training, String walk, Map<String, TypeName> fills) {
        return new Arguments(training.parts(), fills, walk, false);
    }

    static Arguments of(HandlerModel handler) {
        return new Arguments(handler.parts(), Map.of(), "", !handler.requires().isEmpty());
    }

    /** Whether it is called once for each bar. */
    boolean perBar() {
        return parts.contains(Part.BAR);
    }

    /** What is passed to the method that binds it: {@code strategy, host, line}. */
    List<String> passed() {
        List<String> passed = new ArrayList<>(List.of("strategy"));
        if (!lent().isEmpty()) {
            passed.add("host");
        }
        if (guarded || parts.contains(Part.GUARD)) {
            passed.add(Part.GUARD.variable());
        }
        passed.addAll(fills.keySet());
        return passed;
    }

    /** Declares the parameters of the method that binds it, and the variables for parts of the host. */
    void declare(MethodSpec.Builder method, StrategyModel model) {
        for (String name : passed()) {
            method.addParameter(
                    switch (name) {
                        case "strategy" -> model.type();
                        case "host" -> CoreTypes.HOST_PARTS;
                        case "guard" -> model.names().guard();
                        default -> fills.get(name);
                    },
                    name);
        }
        for (Part part : lent()) {
            method.addStatement("$T $N = host.$N()", part.type(), part.variable(), part.variable());
        }
    }

    /** What it needs of the host: what it takes, and the run as of which a walk forward stands. */
    private Set<Part> lent() {
        Set<Part> lent =
                parts.stream().filter(Part::isLent).collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
        if (parts.contains(Part.WALK)) {
            lent.add(Part.TRAINING);
        }
        return lent;
    }

    /** What it is called with: {@code slice, portfolio}. */
    String taken() {
        return parts.stream()
                .map(part -> switch (part) {
                    case BAR -> "slice.bar(i)";
                    case WALK -> walk + ".asOf(" + Part.TRAINING.variable() + ".startedAt())";
                    default -> part.variable();
                })
                .collect(Collectors.joining(", "));
    }
}
