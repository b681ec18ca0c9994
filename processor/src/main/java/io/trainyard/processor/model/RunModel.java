package io.trainyard.processor.model;

import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Unaffordable;
import java.time.Duration;

/**
 * The rules for the runs of a training, its limit aside.
 *
 * @param unaffordable what becomes of one that the budget does not afford
 * @param busy what becomes of one that is due while another runs
 * @param retries how often one that throws is tried again
 * @param backoff how long after, above zero
 * @param pauseAfter after how many failures the training is paused; 0 for never
 * @param cost what one is charged in a backtest
 * @param fixedCost what one is charged if that is fixed
 * @param modelled whether one takes market time in a backtest
 */
public record RunModel(
        Unaffordable unaffordable,
        Busy busy,
        int retries,
        Duration backoff,
        int pauseAfter,
        Cost cost,
        Duration fixedCost,
        boolean modelled) {

    /** The rules where nothing is said: those of the core's {@code RunPolicy.standard()}. */
    public static RunModel standard() {
        return new RunModel(
                Unaffordable.DENY, Busy.SKIP, 0, Duration.ofMinutes(1), 0, Cost.MEASURED, Duration.ZERO, false);
    }
}
