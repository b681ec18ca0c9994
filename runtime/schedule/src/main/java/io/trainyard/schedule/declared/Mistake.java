package io.trainyard.schedule.declared;

/**
 * Something that is wrong with a declaration.
 *
 * @param kind what kind of mistake it is
 * @param spot where it was typed
 * @param what what was typed and what is wrong with it, one sentence
 * @param why the rule that it breaks, one sentence
 * @param fix what to type instead; empty where nothing can be suggested rightly
 */
public record Mistake(Kind kind, Spot spot, String what, String why, String fix) {

    /** The kinds of mistakes. */
    public enum Kind {
        /** A word is no time of day. */
        NO_TIME_OF_DAY,
        /** A zone is unknown. */
        UNKNOWN_ZONE,
        /** A zone is an abbreviation or an offset. */
        NO_REGION,
        /** A word is named twice. */
        REPEATED,
        /** There are dates but no times. */
        NO_TIMES,
        /** There are times but no dates. */
        NO_DATES,
        /** A word is no date. */
        NO_DATE,
        /** {@code nth} counts no one day of the week, or too far. */
        NO_NTH,
        /** {@code offset} leads out of its period, or there is none. */
        NO_OFFSET,
        /** {@code everyWeeks} without {@code anchor}, the other way round, or not positive. */
        NO_WEEKS,
        /** Several elements give dates of their own. */
        SEVERAL_DATES,
        /** {@code every} is no interval. */
        NO_INTERVAL,
        /** {@code between} is no window. */
        NO_WINDOW,
        /** A symbol is not subscribed to. */
        UNKNOWN_SYMBOL,
        /** A market is unknown. */
        UNKNOWN_MARKET,
        /** Something needs a market, and none is named. */
        NO_MARKET,
        /** Both a symbol and a market are named. */
        TWO_MARKETS,
        /** A number of minutes is none. */
        NO_MINUTES,
        /** {@code maxLateness} is no length of time. */
        NO_LATENESS,
        /** An element says how to read what is not there. */
        NOTHING_TO_READ,
        /** A word is none of a list. Only on a command line: the compiler tells by itself. */
        UNKNOWN_WORD,
        /** No zone is known. Only on a command line: a strategy has one. */
        NO_ZONE;

        /** Whether a schedule is declared all the same. */
        public boolean isHarmless() {
            return this == REPEATED;
        }
    }
}
