package io.trainyard.console;

import io.trainyard.Hours;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say at which times of a date; several add up. */
final class TimeOptions {

    @Option(
            names = "--at",
            paramLabel = "TIME",
            split = ",",
            order = 30,
            converter = Converters.ToTime.class,
            description = "Wall times, HH:mm or HH:mm:ss.")
    private List<LocalTime> at = new ArrayList<>();

    @Option(
            names = "--every",
            paramLabel = "LENGTH",
            order = 31,
            converter = Converters.ToDuration.class,
            description = "Again and again, such as PT30M, from the start of each date.")
    private @Nullable Duration every;

    @Option(
            names = "--between",
            paramLabel = "FROM-TO",
            order = 32,
            converter = Converters.ToWindow.class,
            description = "With --every: from one wall time to another, such as 18:00-23:00.")
    private @Nullable Window between;

    @Option(
            names = "--before-open",
            paramLabel = "LENGTH",
            order = 33,
            converter = Converters.ToDuration.class,
            description = "So long before the open of --market, such as PT45M.")
    private @Nullable Duration beforeOpen;

    @Option(
            names = "--after-open",
            paramLabel = "LENGTH",
            order = 34,
            converter = Converters.ToDuration.class,
            description = "So long after the open of --market.")
    private @Nullable Duration afterOpen;

    @Option(
            names = "--before-close",
            paramLabel = "LENGTH",
            order = 35,
            converter = Converters.ToDuration.class,
            description = "So long before the close of --market.")
    private @Nullable Duration beforeClose;

    @Option(
            names = "--after-close",
            paramLabel = "LENGTH",
            order = 36,
            converter = Converters.ToDuration.class,
            description = "So long after the close of --market.")
    private @Nullable Duration afterClose;

    /** Two wall times. */
    record Window(LocalTime from, LocalTime to) {}

    /** Whether any of the options is given. */
    boolean areGiven() {
        return !at.isEmpty()
                || Stream.of(every, between, beforeOpen, afterOpen, beforeClose, afterClose)
                        .anyMatch(Objects::nonNull);
    }

    /**
     * The rule that the options make.
     *
     * @throws IllegalArgumentException if they make none
     */
    TimeRule rule(@Nullable TradingCalendar market, Hours hours) {
        List<TimeRule> rules = new ArrayList<>();
        at.forEach(time -> rules.add(TimeRule.at(time)));
        if (every != null) {
            rules.add(between == null ? TimeRule.every(every) : TimeRule.every(every, between.from(), between.to()));
        } else if (between != null) {
            throw new IllegalArgumentException("--between is the window of --every: --every PT30M --between "
                    + between.from() + "-" + between.to());
        }
        if (beforeOpen != null) {
            rules.add(TimeRule.beforeOpen(required(market, "--before-open"), beforeOpen, hours));
        }
        if (afterOpen != null) {
            rules.add(TimeRule.afterOpen(required(market, "--after-open"), afterOpen, hours));
        }
        if (beforeClose != null) {
            rules.add(TimeRule.beforeClose(required(market, "--before-close"), beforeClose, hours));
        }
        if (afterClose != null) {
            rules.add(TimeRule.afterClose(required(market, "--after-close"), afterClose, hours));
        }
        if (rules.isEmpty()) {
            throw new IllegalArgumentException(
                    "no time is given: say at which, such as --at 08:00, --every PT30M or --before-open PT45M");
        }
        return TimeRule.anyOf(rules);
    }

    private static TradingCalendar required(@Nullable TradingCalendar market, String option) {
        if (market == null) {
            throw new IllegalArgumentException(option + " needs a market: add --market us-equity");
        }
        return market;
    }
}
