package io.trainyard.schedule.declared;

import io.trainyard.Hours;
import io.trainyard.schedule.TimeRule;
import java.time.Duration;
import java.time.LocalTime;

/** A time as declared: what was typed, as values. */
public sealed interface DeclaredTime {

    /** The rule that it is. */
    TimeRule toRule();

    /**
     * A wall time.
     *
     * @param time what the clock shows
     */
    record At(LocalTime time) implements DeclaredTime {
        @Override
        public TimeRule toRule() {
            return TimeRule.at(time);
        }
    }

    /** The moment of deployment. */
    record Now() implements DeclaredTime {
        @Override
        public TimeRule toRule() {
            return TimeRule.now();
        }
    }

    /**
     * Again and again.
     *
     * @param interval in elapsed time
     */
    record Every(Duration interval) implements DeclaredTime {
        @Override
        public TimeRule toRule() {
            return TimeRule.every(interval);
        }
    }

    /**
     * Again and again in a window.
     *
     * @param interval in elapsed time
     * @param from the first wall time
     * @param to the last wall time, on the next date if it is the earlier
     */
    record EveryBetween(Duration interval, LocalTime from, LocalTime to) implements DeclaredTime {
        @Override
        public TimeRule toRule() {
            return TimeRule.every(interval, from, to);
        }
    }

    /**
     * Counted from the open or the close of a market.
     *
     * @param from from which, and in which direction
     * @param length how far; negative in the other direction
     * @param market the market
     * @param hours whose open or close
     */
    record FromMarket(Edge from, Duration length, Market market, Hours hours) implements DeclaredTime {

        /** From where it is counted. */
        public enum Edge {
            /** After the first open. */
            AFTER_OPEN,
            /** Before the first open. */
            BEFORE_OPEN,
            /** After the last close. */
            AFTER_CLOSE,
            /** Before the last close. */
            BEFORE_CLOSE
        }

        @Override
        public TimeRule toRule() {
            return switch (from) {
                case AFTER_OPEN -> TimeRule.afterOpen(market.calendar(), length, hours);
                case BEFORE_OPEN -> TimeRule.beforeOpen(market.calendar(), length, hours);
                case AFTER_CLOSE -> TimeRule.afterClose(market.calendar(), length, hours);
                case BEFORE_CLOSE -> TimeRule.beforeClose(market.calendar(), length, hours);
            };
        }
    }
}
