package io.trainyard.training;

import io.trainyard.time.MarketClock;
import java.time.Duration;
import java.time.Instant;

/** How trainings and market time go together: in step, or beside one another. */
public sealed interface Timing {

    /** Market time, for the threads of trainings. */
    Instant now();

    /** How long after its start a run comes to its end on the market clock, if it took so long on the machine. */
    Duration span(RunPolicy policy, Duration took);

    /** What a run is charged that took so long on the machine. */
    Duration cost(RunPolicy policy, Duration took);

    /** Whether the time that a run takes on the machine counts against its limit. */
    boolean watches(RunPolicy policy);

    /** Whether a result is committed as soon as it is there, on the lane, and not when market time has come to it. */
    boolean commitsOnLane();

    /** The market waits for trainings, and their duration is modelled: as in a backtest, and in a replay in virtual time. */
    static Timing inStep(MarketClock clock) {
        return new InStep(clock);
    }

    /** The market goes on beside trainings, on the clock of this machine. */
    static Timing beside(MarketClock clock) {
        return new Beside(clock);
    }

    /** In step. */
    record InStep(MarketClock clock) implements Timing {
        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public Duration span(RunPolicy policy, Duration took) {
            return policy.modelled() ? cost(policy, took) : Duration.ZERO;
        }

        @Override
        public Duration cost(RunPolicy policy, Duration took) {
            return switch (policy.cost()) {
                case MEASURED -> took;
                case LIMIT -> policy.limit();
                case FIXED -> policy.fixedCost();
            };
        }

        @Override
        public boolean watches(RunPolicy policy) {
            return policy.cost() == io.trainyard.Cost.MEASURED;
        }

        @Override
        public boolean commitsOnLane() {
            return false;
        }
    }

    /** Beside. */
    record Beside(MarketClock clock) implements Timing {
        @Override
        public Instant now() {
            return clock.now();
        }

        @Override
        public Duration span(RunPolicy policy, Duration took) {
            return Duration.ZERO;
        }

        @Override
        public Duration cost(RunPolicy policy, Duration took) {
            return took;
        }

        @Override
        public boolean watches(RunPolicy policy) {
            return true;
        }

        @Override
        public boolean commitsOnLane() {
            return true;
        }
    }
}
