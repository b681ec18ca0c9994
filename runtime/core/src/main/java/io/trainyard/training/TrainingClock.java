package io.trainyard.training;

import io.trainyard.time.MarketClock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of a live strategy: on the thread of a training it stands still at the start of its run, as it does in a backtest,
 * so that the training sees one state of the market however long it takes.
 */
public final class TrainingClock implements MarketClock {

    private final MarketClock clock;

    /** Shows what {@code clock} shows to all but trainings. */
    public TrainingClock(MarketClock clock) {
        this.clock = clock;
    }

    @Override
    public Instant now() {
        return TrainingOfThread.seenTime().orElseGet(clock::now);
    }

    @Override
    public ZoneId zone() {
        return clock.zone();
    }
}
