package io.trainyard;

/**
 * Dates that have a name. Starts and ends of periods are those of the calendar, {@code offset} days further into the
 * period; where the schedule names a market they are its first and last trading days, {@code offset} trading days
 * further. A week starts on Monday and ends on Friday; with a market it is the market's.
 */
public enum Days {
    /** Every date. */
    EVERY_DAY,
    /** Every date on which the market of the schedule is open; needs one. */
    TRADING_DAYS,
    /** The date of deployment. */
    TODAY,
    /** The date after that of deployment. */
    TOMORROW,
    /** The first day of every week. */
    WEEK_START,
    /** The last day of every week. */
    WEEK_END,
    /** The first day of every month. */
    MONTH_START,
    /** The last day of every month. */
    MONTH_END,
    /** The first day of every quarter. */
    QUARTER_START,
    /** The last day of every quarter. */
    QUARTER_END,
    /** The first day of every year. */
    YEAR_START,
    /** The last day of every year. */
    YEAR_END
}
