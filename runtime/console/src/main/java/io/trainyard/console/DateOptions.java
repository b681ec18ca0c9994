package io.trainyard.console;

import io.trainyard.schedule.declared.ScheduleElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say on which dates; words are read where all declarations are. */
final class DateOptions {

    private static final String COMBINED = ", such as day=FRIDAY,nth=3 or on=MONTH_END. Repeatable.";

    @Option(
            names = "--day",
            paramLabel = "DAY",
            split = ",",
            order = 1,
            description = "Days of the week, such as SUNDAY,WEDNESDAY.")
    private List<String> day = new ArrayList<>();

    @Option(
            names = "--nth",
            paramLabel = "N",
            order = 2,
            description = "With one --day: the n-th in each month, 1 to 5; -1 is the last.")
    private @Nullable String nth;

    @Option(names = "--date", paramLabel = "DATE", split = ",", order = 3, description = "These dates, yyyy-MM-dd.")
    private List<String> date = new ArrayList<>();

    @Option(
            names = "--on",
            paramLabel = "DAYS",
            split = ",",
            order = 4,
            description = "EVERY_DAY, TRADING_DAYS, TODAY, TOMORROW, and WEEK_START, WEEK_END, MONTH_START, MONTH_END,"
                    + " QUARTER_START, QUARTER_END, YEAR_START, YEAR_END.")
    private List<String> on = new ArrayList<>();

    @Option(
            names = "--offset",
            paramLabel = "N",
            order = 5,
            description =
                    "With a start or end in --on: so many days further into the period, trading days with a market.")
    private @Nullable String offset;

    @Option(
            names = "--every-weeks",
            paramLabel = "N",
            order = 6,
            description = "Every n weeks, counted from --anchor on.")
    private @Nullable String everyWeeks;

    @Option(names = "--anchor", paramLabel = "DATE", order = 7, description = "The first date of --every-weeks.")
    private @Nullable String anchor;

    @Option(names = "--or", paramLabel = "DATES", order = 8, description = "And on these dates" + COMBINED)
    private List<String> or = new ArrayList<>();

    @Option(
            names = "--and",
            paramLabel = "DATES",
            order = 9,
            description = "Only on those that are among these as well" + COMBINED)
    private List<String> and = new ArrayList<>();

    @Option(names = "--except", paramLabel = "DATES", order = 10, description = "Not on these" + COMBINED)
    private List<String> except = new ArrayList<>();

    /** Adds the words that are typed. */
    void addTo(TypedWords words) {
        words.add(ScheduleElement.DAY, day);
        words.add(ScheduleElement.NTH, nth);
        words.add(ScheduleElement.DATE, date);
        words.add(ScheduleElement.ON, on);
        words.add(ScheduleElement.OFFSET, offset);
        words.add(ScheduleElement.EVERY_WEEKS, everyWeeks);
        words.add(ScheduleElement.ANCHOR, anchor);
        words.combine(ScheduleElement.OR, or);
        words.combine(ScheduleElement.AND, and);
        words.combine(ScheduleElement.EXCEPT, except);
    }
}
