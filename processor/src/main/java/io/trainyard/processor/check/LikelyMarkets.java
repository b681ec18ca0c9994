package io.trainyard.processor.check;

import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.model.SubscriptionModel;
import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Problem;
import io.trainyard.schedule.declared.SymbolLooks;
import java.util.Optional;
import java.util.function.Consumer;

/** A pair of currencies or coins says on which market it trades. */
final class LikelyMarkets implements Rule<StrategyModel> {

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        for (SubscriptionModel subscription : model.subscriptions()) {
            Optional<String> likely = SymbolLooks.market(subscription.symbol());
            if (likely.isPresent() && !subscription.marketStated()) {
                String symbol = "symbol = \"" + subscription.symbol() + "\"";
                problems.accept(new Problem(
                        Code.TY408,
                        subscription.place(),
                        symbol + " looks like a pair of " + (likely.get().equals("crypto") ? "coins" : "currencies")
                                + ", and is on " + subscription.market().name() + " as long as nothing else is said.",
                        "schedules and sessions count by the days and hours of its market.",
                        symbol + ", market = \"" + likely.get() + "\""));
            }
        }
    }
}
