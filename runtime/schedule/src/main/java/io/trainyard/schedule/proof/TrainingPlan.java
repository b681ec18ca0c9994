package io.trainyard.schedule.proof;

import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Instant;
import java.util.List;

/**
 * What is to be proved: the trainings of one strategy that is deployed at an instant and runs until another.
 *
 * @param trainings in the order of the source, which decides who pours first at one instant
 * @param budget what they share
 * @param markets those of the symbols that the strategy subscribes to; may be empty
 * @param deployedAt from when on, included
 * @param until the end of the horizon, included
 */
public record TrainingPlan(
        List<PlannedTraining> trainings,
        Budget budget,
        List<TradingCalendar> markets,
        Instant deployedAt,
        Instant until) {

    /** Refuses a horizon that ends before it begins. */
    public TrainingPlan {
        if (until.isBefore(deployedAt)) {
            throw new IllegalArgumentException(
                    "the horizon ends at " + until + ", before the deployment at " + deployedAt);
        }
        trainings = List.copyOf(trainings);
        markets = markets.stream().distinct().toList();
    }
}
