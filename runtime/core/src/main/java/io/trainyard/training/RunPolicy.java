package io.trainyard.training;

import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Unaffordable;
import io.trainyard.schedule.proof.PlannedTraining;
import java.time.Duration;

/**
 * The rules for the runs of one training.
 *
 * @param limit how long one run may take, positive; a run reserves as much of the budget before it starts
 * @param unaffordable what becomes of a run that the budget does not afford
 * @param busy what becomes of a run that is due while the one before has not ended
 * @param retries how often a run that throws is tried again, zero or positive; each attempt is afforded anew
 * @param backoff market time between a failure and the first retry, positive; it doubles with each further retry
 * @param pauseAfter after how many failures in a row, retries not counted, the training is paused; 0 for never
 * @param cost what a run is charged in a backtest
 * @param fixedCost what a run is charged with {@link Cost#FIXED}, zero or positive
 * @param modelled whether in a backtest the model arrives when a run of that cost would have ended, the old one serving
 *     meanwhile; if not it is there at once
 */
public record RunPolicy(
        Duration limit,
        Unaffordable unaffordable,
        Busy busy,
        int retries,
        Duration backoff,
        int pauseAfter,
        Cost cost,
        Duration fixedCost,
        boolean modelled) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    public RunPolicy {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException(
                    "a limit is how long a run may take, not " + limit + ": give one above zero, such as PT20M");
        }
        if (retries < 0 || pauseAfter < 0) {
            throw new IllegalArgumentException("retries and failures are counted from 0, not " + retries + " and "
                    + pauseAfter + ": say 0 for none");
        }
        if (backoff.isNegative() || backoff.isZero()) {
            throw new IllegalArgumentException("a retry comes after its failure, not " + backoff
                    + " later: give a backoff above zero, such as PT1M");
        }
        if (fixedCost.isNegative()) {
            throw new IllegalArgumentException("a run costs nothing or more, not " + fixedCost);
        }
    }

    /**
     * The rules where nothing is said: 10 minutes, denied if that cannot be afforded, skipped while another runs, neither
     * retried nor paused, charged what was measured.
     */
    public static RunPolicy standard() {
        return new RunPolicy(
                PlannedTraining.STANDARD_LIMIT,
                Unaffordable.DENY,
                Busy.SKIP,
                0,
                Duration.ofMinutes(1),
                0,
                Cost.MEASURED,
                Duration.ZERO,
                false);
    }

    /** The same rules with another limit. */
    public RunPolicy within(Duration other) {
        return new RunPolicy(other, unaffordable, busy, retries, backoff, pauseAfter, cost, fixedCost, modelled);
    }

    /** The same rules with another answer to an empty budget. */
    public RunPolicy unaffordable(Unaffordable other) {
        return new RunPolicy(limit, other, busy, retries, backoff, pauseAfter, cost, fixedCost, modelled);
    }

    /** The same rules with another answer to a run that still runs. */
    public RunPolicy busy(Busy other) {
        return new RunPolicy(limit, unaffordable, other, retries, backoff, pauseAfter, cost, fixedCost, modelled);
    }

    /** The same rules, a run that throws being tried again. */
    public RunPolicy retrying(int times, Duration firstBackoff) {
        return new RunPolicy(limit, unaffordable, busy, times, firstBackoff, pauseAfter, cost, fixedCost, modelled);
    }

    /** The same rules, the training being paused after {@code failures} in a row. */
    public RunPolicy pausedAfter(int failures) {
        return new RunPolicy(limit, unaffordable, busy, retries, backoff, failures, cost, fixedCost, modelled);
    }

    /** The same rules, a run being charged in a backtest what it is charged by {@code other}, not {@link Cost#FIXED}. */
    public RunPolicy charged(Cost other) {
        return new RunPolicy(limit, unaffordable, busy, retries, backoff, pauseAfter, other, fixedCost, modelled);
    }

    /** The same rules, each run being charged the same in a backtest. */
    public RunPolicy charged(Duration each) {
        return new RunPolicy(limit, unaffordable, busy, retries, backoff, pauseAfter, Cost.FIXED, each, modelled);
    }

    /** The same rules, the model arriving in a backtest when a run of its cost would have ended. */
    public RunPolicy modelled(boolean takesTime) {
        return new RunPolicy(limit, unaffordable, busy, retries, backoff, pauseAfter, cost, fixedCost, takesTime);
    }

    /** Market time between the failure of an attempt, counted from 1, and the next; at most a day for a short backoff. */
    Duration backoffAfter(int attempt) {
        Duration longest = backoff.compareTo(Duration.ofDays(1)) > 0 ? backoff : Duration.ofDays(1);
        Duration wait = backoff.multipliedBy(1L << Math.min(attempt - 1, 20));
        return wait.compareTo(longest) > 0 ? longest : wait;
    }
}
