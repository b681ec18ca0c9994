package io.trainyard.training;

import org.slf4j.MDC;

/**
 * What every line that is logged of a run carries in its diagnostic context: {@code trainyard.strategy}, {@code
 * trainyard.training} and {@code trainyard.run}, the run under the name that the ledger and its versions give it.
 */
final class RunTag {

    static final String STRATEGY = "trainyard.strategy";
    static final String TRAINING = "trainyard.training";
    static final String RUN = "trainyard.run";

    private RunTag() {}

    /** From here on all that this thread logs is about this run. */
    static void put(String strategy, Occasion occasion) {
        MDC.put(STRATEGY, strategy);
        MDC.put(TRAINING, occasion.training());
        MDC.put(RUN, occasion.id(strategy));
    }

    /** From here on it is not. */
    static void remove() {
        MDC.remove(STRATEGY);
        MDC.remove(TRAINING);
        MDC.remove(RUN);
    }
}
