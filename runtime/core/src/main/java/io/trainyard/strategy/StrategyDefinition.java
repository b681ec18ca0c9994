package io.trainyard.strategy;

import io.trainyard.Plan;
import io.trainyard.Tier;
import io.trainyard.market.Subscription;
import io.trainyard.training.TrainingDefinition;
import java.time.Duration;
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
 * @param embargo how long after the end of its data a version stays unseen in a backtest; zero for not at all
 * @param subscriptions the bars that it sees
 * @param trainings its trainings
 */
public record StrategyDefinition(
        String name,
        Class<?> type,
        ZoneId zone,
        Tier tier,
        Plan plan,
        Duration embargo,
        List<Subscription> subscriptions,
        List<TrainingDefinition> trainings) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if the embargo is negative
     */
    public StrategyDefinition {
        if (embargo.isNegative()) {
            throw new IllegalArgumentException("an embargo of " + embargo + " is negative: take zero or more");
        }
        subscriptions = List.copyOf(subscriptions);
        trainings = List.copyOf(trainings);
    }

    /** A strategy without an embargo. */
    public StrategyDefinition(
            String name,
            Class<?> type,
            ZoneId zone,
            Tier tier,
            Plan plan,
            List<Subscription> subscriptions,
            List<TrainingDefinition> trainings) {
        this(name, type, zone, tier, plan, Duration.ZERO, subscriptions, trainings);
    }
}
