package io.trainyard.strategy;

import io.trainyard.Plan;
import io.trainyard.Tier;
import io.trainyard.market.Subscription;
import io.trainyard.training.TrainingDefinition;
import java.time.ZoneId;
import java.util.List;

/**
 * A strategy as declared.
 *
 * @param name its name on the command line
 * @param type its class
 * @param zone where its wall times are read
 * @param tier what its training budget is sized for
 * @param plan what its store is sized for
 * @param subscriptions the bars that it sees
 * @param trainings its trainings
 */
public record StrategyDefinition(
        String name,
        Class<?> type,
        ZoneId zone,
        Tier tier,
        Plan plan,
        List<Subscription> subscriptions,
        List<TrainingDefinition> trainings) {

    /** Copies the lists. */
    public StrategyDefinition {
        subscriptions = List.copyOf(subscriptions);
        trainings = List.copyOf(trainings);
    }
}
