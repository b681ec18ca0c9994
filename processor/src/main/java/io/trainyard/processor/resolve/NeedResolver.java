package io.trainyard.processor.resolve;

import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.HandlerSource;
import io.trainyard.processor.source.Word;
import io.trainyard.schedule.declared.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Resolves which models a handler needs. */
final class NeedResolver {

    private final String strategy;
    private final List<SlotModel> slots;
    private final Consumer<Problem> problems;

    NeedResolver(String strategy, List<SlotModel> slots, Consumer<Problem> problems) {
        this.strategy = strategy;
        this.slots = slots;
        this.problems = problems;
    }

    /** The fields that it names, each once. */
    List<SlotModel> resolve(HandlerSource handler) {
        if (handler.always() && !handler.requires().isEmpty()) {
            problems.accept(new Problem(
                    Code.TY410,
                    handler.alwaysPlace(),
                    "always = true calls " + handler.method().name() + " without the models that it requires.",
                    "a handler that requires models is called when they are ready, one that is always called whether or not"
                            + " they are.",
                    "always = false"));
        }
        return handler.requires().stream()
                .flatMap(key -> slot(key).stream())
                .distinct()
                .toList();
    }

    private Optional<SlotModel> slot(Word key) {
        Optional<SlotModel> found =
                slots.stream().filter(slot -> slot.key().equals(key.text())).findFirst();
        if (found.isEmpty()) {
            List<String> keys = slots.stream().map(SlotModel::key).toList();
            Optional<String> nearest = keys.size() == 1 ? Optional.of(keys.get(0)) : Nearest.to(key.text(), keys);
            problems.accept(new Problem(
                    Code.TY409,
                    key.place(),
                    "\"" + key.text() + "\" is the key of no field of " + strategy + ".",
                    keys.isEmpty()
                            ? strategy + " has no field with @Stored."
                            : "the keys are "
                                    + keys.stream()
                                            .map(one -> "\"" + one + "\"")
                                            .collect(Collectors.joining(", ")) + ".",
                    nearest.map(one -> "\"" + one + "\"").orElse("")));
        }
        return found;
    }
}
