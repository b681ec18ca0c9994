package io.trainyard.schedule.declared;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a declaration is made of: the elements of {@code @Train} and {@code @Dates}, and the options of the same names. */
public enum ScheduleElement {
    /** Days of the week. */
    DAY("day", Type.DAY_OF_WEEK, true),
    /** Which of them in a month. */
    NTH("nth", Type.NUMBER, false),
    /** Given dates. */
    DATE("date", Type.TEXT, true),
    /** Dates that have a name. */
    ON("on", Type.DAYS, true),
    /** How far from the start or end of a period. */
    OFFSET("offset", Type.NUMBER, false),
    /** Every so many weeks. */
    EVERY_WEEKS("everyWeeks", Type.NUMBER, false),
    /** The first date of those. */
    ANCHOR("anchor", Type.TEXT, false),
    /** Dates to join. */
    OR("or", Type.DATES, true),
    /** Dates to keep. */
    AND("and", Type.DATES, true),
    /** Dates to take away. */
    EXCEPT("except", Type.DATES, true),
    /** A subscribed symbol. */
    SYMBOL("symbol", Type.TEXT, false),
    /** The name of a market. */
    MARKET("market", Type.TEXT, false),
    /** Which sessions count. */
    HOURS("hours", Type.HOURS, false),
    /** What becomes of closed dates. */
    ON_CLOSED("onClosed", Type.CLOSED_DATES, false),
    /** Wall times. */
    AT("at", Type.TEXT, true),
    /** Where they are read. */
    ZONE("zone", Type.TEXT, false),
    /** An interval. */
    EVERY("every", Type.TEXT, false),
    /** Its window. */
    BETWEEN("between", Type.TEXT, true),
    /** Minutes after the open. */
    AFTER_OPEN("afterOpen", Type.NUMBER, true),
    /** Minutes before the open. */
    BEFORE_OPEN("beforeOpen", Type.NUMBER, true),
    /** Minutes after the close. */
    AFTER_CLOSE("afterClose", Type.NUMBER, true),
    /** Minutes before the close. */
    BEFORE_CLOSE("beforeClose", Type.NUMBER, true),
    /** What becomes of skipped wall times. */
    GAP("gap", Type.GAP, false),
    /** What becomes of repeated wall times. */
    OVERLAP("overlap", Type.OVERLAP, false),
    /** What becomes of missed runs. */
    MISFIRE("misfire", Type.MISFIRE, false),
    /** How late they may be. */
    MAX_LATENESS("maxLateness", Type.TEXT, false);

    /** The elements of {@code @Dates}. */
    public static final List<ScheduleElement> OF_DATES = List.of(DAY, NTH, DATE, ON, OFFSET, EVERY_WEEKS, ANCHOR);

    /** The elements that give dates of their own. */
    static final List<ScheduleElement> BASES = List.of(DAY, DATE, ON, EVERY_WEEKS);

    /** The elements that combine dates, in the order in which they do. */
    public static final List<ScheduleElement> COMBINATIONS = List.of(OR, AND, EXCEPT);

    /** The elements that give times. */
    public static final List<ScheduleElement> TIMES =
            List.of(AT, EVERY, AFTER_OPEN, BEFORE_OPEN, AFTER_CLOSE, BEFORE_CLOSE, BETWEEN);

    /** The elements that count from the open or the close of a market. */
    static final List<ScheduleElement> MARKET_TIMES = List.of(AFTER_OPEN, BEFORE_OPEN, AFTER_CLOSE, BEFORE_CLOSE);

    /** How the words of an element are written in Java. */
    enum Type {
        TEXT(""),
        NUMBER(""),
        DATES(""),
        DAY_OF_WEEK(""),
        DAYS("Days."),
        HOURS("Hours."),
        CLOSED_DATES("ClosedDates."),
        GAP("Gap."),
        OVERLAP("Overlap."),
        MISFIRE("Misfire.");

        private final String prefix;

        Type(String prefix) {
            this.prefix = prefix;
        }

        /** A word in Java, where the annotations' package is imported, and days of the week statically. */
        String inJava(String word) {
            return this == TEXT ? "\"" + word + "\"" : prefix + word;
        }
    }

    private final String member;
    private final Type type;
    private final boolean several;

    ScheduleElement(String member, Type type, boolean several) {
        this.member = member;
        this.type = type;
        this.several = several;
    }

    /** Its name in the annotation: {@code everyWeeks}. */
    public String member() {
        return member;
    }

    /** Its name on the command line: {@code --every-weeks}. */
    public String option() {
        return "--" + kebab();
    }

    /** Its name in a combination on the command line: {@code every-weeks}. */
    String kebab() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether it takes several words. */
    public boolean takesSeveral() {
        return several;
    }

    Type type() {
        return type;
    }

    /** The element of {@code @Dates} that is written so on the command line. */
    static Optional<ScheduleElement> ofDates(String kebab) {
        return OF_DATES.stream()
                .filter(element -> element.kebab().equals(kebab.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All elements by their names in the annotation. */
    public static Optional<ScheduleElement> ofMember(String member) {
        return Arrays.stream(values())
                .filter(element -> element.member.equals(member))
                .findFirst();
    }
}
