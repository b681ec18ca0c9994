package io.trainyard.processor.emit;

import io.trainyard.processor.model.DistinctNames;
import io.trainyard.processor.model.Part;
import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.TrainingModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names in a wiring that come from names of the user and must not meet those that are there anyway. */
final class WiringNames {

    static final String ZONE = "ZONE";

    private final Map<SlotModel, String> variables = new HashMap<>();
    private final Map<TrainingModel, String> constants = new HashMap<>();
    private final Map<TrainingModel, String> walks = new HashMap<>();

    WiringNames(StrategyModel model) {
        List<String> reserved = new ArrayList<>(List.of("host", "component", "strategy", "value", "i"));
        for (Part part : Part.values()) {
            reserved.add(part.variable());
        }
        DistinctNames forVariables = new DistinctNames(
                reserved, model.slots().stream().map(SlotModel::field).toList());
        model.slots().forEach(slot -> variables.put(slot, forVariables.claim(slot.field())));
        DistinctNames forConstants = new DistinctNames(
                List.of(ZONE),
                model.trainings().stream()
                        .map(training -> upperSnake(training.name()))
                        .toList());
        model.trainings().forEach(training -> constants.put(training, forConstants.claim(upperSnake(training.name()))));
        model.trainings().stream()
                .filter(TrainingModel::takesWalk)
                .forEach(training -> walks.put(training, forConstants.claim(constant(training) + "_WALK")));
    }

    /** The variable that holds the slot of a field: called like the field, where that is free. */
    String variable(SlotModel slot) {
        return variables.getOrDefault(slot, slot.field());
    }

    /** The constant that holds the definition of a training. */
    String constant(TrainingModel training) {
        return constants.getOrDefault(training, training.name());
    }

    /** The constant that holds the walk forward of a training. */
    String walk(TrainingModel training) {
        return walks.getOrDefault(training, training.name());
    }

    private static String upperSnake(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
    }
}
