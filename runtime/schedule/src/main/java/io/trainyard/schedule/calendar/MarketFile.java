package io.trainyard.schedule.calendar;

import io.trainyard.schedule.calendar.MarketHours.Segment;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The text form of {@link MarketHours}, one fact a line, so that a change of hours is a change of lines:
 *
 * <pre>
 * zone         Asia/Hong_Kong
 *
 * regular      09:30-12:00  monday tuesday wednesday thursday friday
 * regular      13:00-16:00  monday tuesday wednesday thursday friday
 *
 * closed       2026-02-17
 * early-close  2026-02-16 12:00
 * late-open    2026-03-02 13:00
 * </pre>
 *
 * <p>Sessions are {@code pre-market}, {@code regular} or {@code post-market}. Their hours are counted from the midnight at
 * which a date begins: {@code -06:00} is 18:00 of the evening before, {@code 24:00} the midnight at the end. A {@code #} begins
 * a comment. The order of lines does not matter, but the zone comes first; what is written has one order.
 */
public final class MarketFile {

    private MarketFile() {}

    /**
     * Reads a market.
     *
     * @param name what the market is called
     * @param text its hours
     * @throws IllegalArgumentException naming the line that cannot be understood, and why
     */
    public static MarketHours parse(String name, String text) {
        return new MarketFileParser(name).parse(text);
    }

    /** Writes a market: the same market, the same text. */
    public static String text(MarketHours market) {
        StringBuilder text = new StringBuilder();
        line(text, "zone", market.zone().getId());
        Map<Segment, TreeSet<DayOfWeek>> sessions = new TreeMap<>(Segment.ORDER);
        market.week()
                .forEach((day, segments) ->
                        segments.forEach(segment -> sessions.computeIfAbsent(segment, any -> new TreeSet<>())
                                .add(day)));
        text.append(sessions.isEmpty() ? "" : "\n");
        sessions.forEach((segment, days) -> line(
                text,
                word(segment.kind()),
                ClockHours.text(segment.from()) + "-" + ClockHours.text(segment.to()) + "  "
                        + days.stream().map(MarketFile::word).collect(Collectors.joining(" "))));
        text.append(market.holidays().isEmpty() ? "" : "\n");
        new TreeSet<>(market.holidays()).forEach(date -> line(text, MarketFileParser.CLOSED, date.toString()));
        special(text, MarketFileParser.EARLY_CLOSE, market.earlyCloses());
        special(text, MarketFileParser.LATE_OPEN, market.lateOpens());
        return text.toString();
    }

    private static void special(StringBuilder text, String word, Map<LocalDate, LocalTime> times) {
        text.append(times.isEmpty() ? "" : "\n");
        new TreeMap<>(times).forEach((date, time) -> line(text, word, date + " " + time));
    }

    private static void line(StringBuilder text, String word, String value) {
        text.append(word).append(" ".repeat(13 - word.length())).append(value).append('\n');
    }

    /** {@code pre-market}, {@code monday}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
