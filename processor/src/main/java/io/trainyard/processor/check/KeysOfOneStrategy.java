package io.trainyard.processor.check;

import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** No two strategies keep a model under one key. Sees those of one compilation. */
final class KeysOfOneStrategy implements Rule<StrategyModel> {

    private final Map<String, String> seen = new HashMap<>();

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        String own = model.type().canonicalName();
        for (SlotModel slot : model.slots()) {
            String first = seen.putIfAbsent(slot.key().toLowerCase(Locale.ROOT), own);
            if (first != null && !first.equals(own)) {
                problems.accept(new Problem(
                        Code.TY303,
                        slot.keyPlace(),
                        "\"" + slot.key() + "\" is a key of " + first + " too.",
                        "two strategies that share a store would overwrite each other's model.",
                        "@Stored(\"" + model.name() + "/" + slot.field() + "\")"));
            }
        }
    }
}
