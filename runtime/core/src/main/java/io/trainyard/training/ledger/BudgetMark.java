package io.trainyard.training.ledger;

import java.time.Duration;
import java.time.Instant;

/**
 * The level of a training budget right after it changed, reservations of running trainings included. The marks of one
 * budget are to be appended in the order in which it changed: the last one is what a restart finds.
 *
 * @param budget name of the budget: the strategy's, or that of a budget which strategies share
 * @param level how much of it is in use, zero or positive
 * @param asOf market time of the level; from then on it leaks, also while no process runs
 */
public record BudgetMark(String budget, Duration level, Instant asOf) {

    /** Refuses a negative level. */
    public BudgetMark {
        if (level.isNegative()) {
            throw new IllegalArgumentException("the level of a budget is zero or positive, not " + level);
        }
    }
}
