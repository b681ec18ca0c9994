package io.trainyard.processor.check;

import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * No two strategies have one name. Sees those of one compilation; those of other jars, and those that an incremental
 * compilation leaves out, are the runtime's to compare.
 */
final class UniqueStrategyNames implements Rule<StrategyModel> {

    private final Map<String, String> seen = new HashMap<>();

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        String first = seen.putIfAbsent(model.name(), model.type().canonicalName());
        if (first != null) {
            problems.accept(new Problem(
                    Code.TY110,
                    model.namePlace(),
                    "\"" + model.name() + "\" is the name of " + first + " already.",
                    "the command line, reports and logs know a strategy by its name.",
                    "name = \"" + model.name() + "-2\""));
        }
    }
}
