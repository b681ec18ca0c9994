package io.trainyard.processor.check;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.StraySource;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** The annotations of a strategy stand in strategies. A class that only lacks {@code @Strategy} is told so once. */
final class MembersOfStrategies implements Rule<StraySource> {

    private final Set<String> told = new HashSet<>();

    @Override
    public void check(StraySource stray, Consumer<Problem> problems) {
        if (told.add(stray.owner())) {
            String owner = stray.owner().substring(stray.owner().lastIndexOf('.') + 1);
            problems.accept(new Problem(
                    Code.TY106,
                    stray.place(),
                    "@" + stray.annotation() + " does nothing here: " + owner + " is not a @Strategy.",
                    "the host wires classes that are annotated with @Strategy, and of those only the members that the class"
                            + " declares itself, none that it inherits.",
                    "@Strategy(zone = \"America/New_York\") on " + owner));
        }
    }
}
