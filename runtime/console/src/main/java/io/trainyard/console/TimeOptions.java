package io.trainyard.console;

import io.trainyard.schedule.declared.ScheduleElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say at which times of a date, which add up; words are read where all declarations are. */
final class TimeOptions {

    @Option(
            names = "--at",
            paramLabel = "TIME",
            split = ",",
            order = 30,
            description = "Wall times, HH:mm or HH:mm:ss, midnight, noon, or now: the moment of deployment.")
    private List<String> at = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "LENGTH",
            order = 31,
            description = "Again and again, such as PT30M, from the start of each date.")
    private @Nullable String every;

    @Option(
            names = "--between",
            paramLabel = "TIME",
            split = ",",
            order = 32,
            description = "With --every: from one wall time to another, such as 18:00,23:00.")
    private List<String> between = new ArrayList<>();

    @Option(
            names = "--after-open",
            paramLabel = "MINUTES",
            split = ",",
            order = 33,
            description = "Minutes after the open of the market; negative before it.")
    private List<String> afterOpen = new ArrayList<>();

    @Option(
            names = "--before-open",
            paramLabel = "MINUTES",
            split = ",",
            order = 34,
            description = "Minutes before the open of the market.")
    private List<String> beforeOpen = new ArrayList<>();

    @Option(
            names = "--after-close",
            paramLabel = "MINUTES",
            split = ",",
            order = 35,
            description = "Minutes after the close of the market.")
    private List<String> afterClose = new ArrayList<>();

    @Option(
            names = "--before-close",
            paramLabel = "MINUTES",
            split = ",",
            order = 36,
            description = "Minutes before the close of the market.")
    private List<String> beforeClose = new ArrayList<>();

    /** Adds the words that are typed. */
    void addTo(TypedWords words) {
        words.add(ScheduleElement.AT, at);
        words.add(ScheduleElement.EVERY, every);
        words.add(ScheduleElement.BETWEEN, between);
        words.add(ScheduleElement.AFTER_OPEN, afterOpen);
        words.add(ScheduleElement.BEFORE_OPEN, beforeOpen);
        words.add(ScheduleElement.AFTER_CLOSE, afterClose);
        words.add(ScheduleElement.BEFORE_CLOSE, beforeClose);
    }
}
