package io.trainyard.processor.resolve;

import io.trainyard.processor.model.ScheduleModel;
import io.trainyard.processor.model.SubscriptionModel;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;
import io.trainyard.processor.source.ScheduleSource;
import io.trainyard.schedule.declared.DeclarationParser;
import io.trainyard.schedule.declared.Market;
import io.trainyard.schedule.declared.Mistake;
import io.trainyard.schedule.declared.Notation;
import io.trainyard.schedule.declared.Setting;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes schedules of the words of annotations. */
final class ScheduleResolver {

    private final Setting setting;
    private final Consumer<Problem> problems;

    /**
     * A resolver for a strategy.
     *
     * @param zone its zone
     * @param subscriptions what its symbols are
     * @param markets what its markets are
     */
    ScheduleResolver(
            ZoneId zone,
            List<SubscriptionModel> subscriptions,
            Setting.MarketSource markets,
            Consumer<Problem> problems) {
        this.setting = new Setting(Notation.JAVA, Optional.of(zone), new Subscribed(subscriptions), markets);
        this.problems = problems;
    }

    Optional<ScheduleModel> resolve(ScheduleSource source) {
        return DeclarationParser.parse(
                        source.words(),
                        setting,
                        mistake -> problems.accept(problem(mistake, source.place(mistake.spot()))))
                .map(declaration -> new ScheduleModel(declaration, source.places(), source.place()));
    }

    /** The problem that a mistake is. */
    static Problem problem(Mistake mistake, Place place) {
        return new Problem(MistakeCodes.of(mistake.kind()), place, mistake.what(), mistake.why(), mistake.fix());
    }

    /**
     * The symbols of a strategy.
     *
     * @param subscriptions in the order of the source
     */
    private record Subscribed(List<SubscriptionModel> subscriptions) implements Setting.Symbols {

        @Override
        public Optional<Market> marketOf(String symbol) {
            return subscriptions.stream()
                    .filter(subscription -> subscription.symbol().equals(symbol))
                    .map(SubscriptionModel::market)
                    .findFirst();
        }

        @Override
        public Collection<String> known() {
            return subscriptions.stream().map(SubscriptionModel::symbol).toList();
        }
    }
}
