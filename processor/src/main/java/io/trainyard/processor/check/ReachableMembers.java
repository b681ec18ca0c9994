package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.FieldSource;
import io.trainyard.processor.source.HandlerSource;
import io.trainyard.processor.source.MethodSource;
import io.trainyard.processor.source.StrategySource;
import io.trainyard.processor.source.TrainSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Generated code in the same package can call the methods of a strategy's object and set its fields. */
final class ReachableMembers implements Rule<StrategySource> {

    @Override
    public void check(StrategySource source, Consumer<Problem> problems) {
        for (FieldSource field : source.fields()) {
            List<Modifier> wrong = wrong(field.modifiers(), List.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL));
            if (!wrong.isEmpty()) {
                problems.accept(new Problem(
                        Code.TY108,
                        field.place(),
                        "the @Stored field " + field.name() + " is " + joined(wrong) + ".",
                        "the host puts a model into the field of one object, before the first bar and after each"
                                + " training, through code beside the class.",
                        "remove " + joined(wrong)));
            }
        }
        for (TrainSource training : source.trainings()) {
            check(training.method(), "@Train", problems);
        }
        for (HandlerSource handler : source.handlers()) {
            check(handler.method(), "@OnData", problems);
        }
    }

    private static void check(MethodSource method, String annotation, Consumer<Problem> problems) {
        List<Modifier> wrong = wrong(method.modifiers(), List.of(Modifier.PRIVATE, Modifier.STATIC, Modifier.ABSTRACT));
        if (!wrong.isEmpty()) {
            problems.accept(new Problem(
                    Code.TY107,
                    method.place(),
                    "the " + annotation + " method " + method.name() + " is " + joined(wrong) + ".",
                    "the host calls the method on one object, through code beside the class, in the same package.",
                    wrong.contains(Modifier.ABSTRACT)
                            ? "give " + method.name() + " a body"
                            : "remove " + joined(wrong)));
        } else if (method.generic()) {
            problems.accept(new Problem(
                    Code.TY107,
                    method.place(),
                    "the " + annotation + " method " + method.name() + " has type parameters.",
                    "the host calls the method, and nothing tells it which types to fill in.",
                    "remove the type parameters"));
        }
    }

    private static List<Modifier> wrong(Set<Modifier> modifiers, List<Modifier> refused) {
        return refused.stream().filter(modifiers::contains).toList();
    }

    private static String joined(List<Modifier> modifiers) {
        return modifiers.stream().map(Modifier::toString).collect(Collectors.joining(" and "));
    }
}
