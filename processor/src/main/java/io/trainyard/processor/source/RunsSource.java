package io.trainyard.processor.source;

import io.trainyard.Busy;
import io.trainyard.Cost;
import io.trainyard.Unaffordable;
import io.trainyard.processor.problem.Place;

/**
 * The rules for the runs of a training.
 *
 * @param unaffordable what becomes of one that the budget does not afford
 * @param busy what becomes of one that is due while another runs
 * @param retries how often one that throws is tried again
 * @param retriesPlace where that stands
 * @param backoff how long after
 * @param pauseAfter after how many failures the training is paused
 * @param pauseAfterPlace where that stands
 * @param cost what one is charged in a backtest
 * @param costPlace where that stands
 * @param fixedCost what one is charged if that is fixed
 * @param modelled whether one takes market time in a backtest
 */
public record RunsSource(
        Unaffordable unaffordable,
        Busy busy,
        int retries,
        Place retriesPlace,
        Word backoff,
        int pauseAfter,
        Place pauseAfterPlace,
        Cost cost,
        Place costPlace,
        Word fixedCost,
        boolean modelled) {}
