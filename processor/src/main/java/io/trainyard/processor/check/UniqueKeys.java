package io.trainyard.processor.check;

import io.trainyard.processor.model.SlotModel;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** No two fields of a strategy have one key, nor keys that a folder on some machines takes for one. */
final class UniqueKeys implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        Map<String, SlotModel> seen = new HashMap<>();
        for (SlotModel slot : model.slots()) {
            SlotModel first = seen.putIfAbsent(slot.key().toLowerCase(Locale.ROOT), slot);
            if (first != null) {
                boolean same = first.key().equals(slot.key());
                problems.accept(new Problem(
                        Code.TY302,
                        slot.keyPlace(),
                        "\"" + slot.key() + "\" is " + (same ? "" : "but for capital letters ") + "the key of "
                                + first.field() + " already.",
                        same
                                ? "two models under one key would overwrite each other."
                                : "Windows and macOS take both for one file, and the models would overwrite each other.",
                        "@Stored(\"" + slot.key() + "-" + slot.field() + "\")"));
            }
        }
    }
}
