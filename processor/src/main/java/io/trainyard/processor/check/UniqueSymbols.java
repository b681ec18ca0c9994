package io.trainyard.processor.check;

import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.SubscriptionModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A strategy subscribes to a symbol once. */
final class UniqueSymbols implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        Map<String, SubscriptionModel> seen = new HashMap<>();
        for (SubscriptionModel subscription : model.subscriptions()) {
            SubscriptionModel first = seen.putIfAbsent(subscription.symbol(), subscription);
            if (first != null) {
                problems.accept(new Problem(
                        Code.TY406,
                        subscription.place(),
                        "symbol = \"" + subscription.symbol() + "\" is subscribed to already, " + first.resolution()
                                + ".",
                        "a slice has at most one bar of a symbol.",
                        "remove one of the two, " + subscription.resolution() + " or " + first.resolution()));
            }
        }
    }
}
