package io.trainyard.console;

import io.trainyard.schedule.declared.ScheduleElement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how dates and times are read; words are read where all declarations are. */
final class ReadingOptions {

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            order = 40,
            description = "Where dates and wall times are read, such as America/New_York. Default: that of the market.")
    private @Nullable String zone;

    @Option(
            names = "--symbol",
            paramLabel = "SYMBOL",
            order = 41,
            description = "By the days and hours of its market: us-equity, forex for pairs of currencies, crypto for"
                    + " pairs of coins.")
    private @Nullable String symbol;

    @Option(
            names = "--market",
            paramLabel = "MARKET",
            order = 42,
            description = "By the days and hours of this market; see: trainyard markets. No training should be due"
                    + " within its sessions.")
    private @Nullable String market;

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            order = 43,
            description = "Which sessions of the market count: regular (default) or extended.")
    private @Nullable String hours;

    @Option(
            names = "--on-closed",
            paramLabel = "POLICY",
            order = 44,
            description = "What becomes of a date on which the market is closed: skip (default), next or previous"
                    + " trading day.")
    private @Nullable String onClosed;

    @Option(
            names = "--gap",
            paramLabel = "POLICY",
            order = 45,
            description = "What becomes of a wall time that a clock change skips: next-valid (default) or skip.")
    private @Nullable String gap;

    @Option(
            names = "--overlap",
            paramLabel = "POLICY",
            order = 46,
            description = "What becomes of one that it repeats: earlier, later (default) or both.")
    private @Nullable String overlap;

    @Option(
            names = "--misfire",
            paramLabel = "POLICY",
            order = 47,
            description = "What becomes of missed runs: skip, once (default) or all are made up for.")
    private @Nullable String misfire;

    @Option(
            names = "--max-lateness",
            paramLabel = "LENGTH",
            order = 48,
            description = "How late a missed run may be made up for, such as PT6H. Default: P7D.")
    private @Nullable String maxLateness;

    /** Adds the words that are typed. */
    void addTo(TypedWords words) {
        words.add(ScheduleElement.ZONE, zone);
        words.add(ScheduleElement.SYMBOL, symbol);
        words.add(ScheduleElement.MARKET, market);
        words.add(ScheduleElement.HOURS, hours);
        words.add(ScheduleElement.ON_CLOSED, onClosed);
        words.add(ScheduleElement.GAP, gap);
        words.add(ScheduleElement.OVERLAP, overlap);
        words.add(ScheduleElement.MISFIRE, misfire);
        words.add(ScheduleElement.MAX_LATENESS, maxLateness);
    }
}
