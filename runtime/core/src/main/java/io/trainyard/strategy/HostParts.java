package io.trainyard.strategy;

import io.trainyard.market.History;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.time.MarketClock;
import io.trainyard.training.Training;
import io.trainyard.training.TrainingOfThread;

/**
 * The parts that a host lends to one strategy, the same ones for its whole life. A dependency of the generated Dagger
 * component: the constructor of a strategy may ask for any of them.
 */
public interface HostParts {

    /** The market's time. */
    MarketClock clock();

    /** What is known of the market up to the clock's time. */
    History history();

    /** What the strategy holds, and its orders. */
    Portfolio portfolio();

    /** What the strategy keeps beyond its run. */
    ObjectStore store();

    /** The run of a training, for its method to ask; the same object for every run. */
    default Training training() {
        return TrainingOfThread.INSTANCE;
    }
}
