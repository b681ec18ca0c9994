package io.trainyard.testkit;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Market times as tests write them, and as messages show them: in the zone of the strategy. */
final class MarketTimes {

    /** How many characters {@link #show} takes for a whole minute. */
    static final int WIDTH = "Sun 2024-03-10 08:00".length();

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private MarketTimes() {}

    /**
     * {@code 2024-03-10T08:00} or {@code 2024-03-10} on the clocks of the zone, or with an offset or a zone of its own. Of an
     * hour that comes twice it is the first.
     *
     * @throws IllegalArgumentException if it is none of these, or clocks of the zone skip it
     */
    static Instant parse(String text, ZoneId zone) {
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            if (text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T')) {
                return ZonedDateTime.parse(text).toInstant();
            }
            LocalDateTime local = LocalDateTime.parse(text);
            if (zone.getRules().getValidOffsets(local).isEmpty()) {
                throw new IllegalArgumentException("\"" + text + "\" is no time in " + zone
                        + "\n    why:  clocks go forward over it"
                        + "\n    fix:  \"" + local.atZone(zone).toLocalDateTime() + "\" is the same moment");
            }
            return local.atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no market time"
                            + "\n    why:  a day and a time are expected, as the strategy's zone, " + zone
                            + ", writes them"
                            + "\n    fix:  write it like \"2024-03-10T08:00\", or add an offset: \"2024-03-10T08:00-04:00\"",
                    e);
        }
    }

    /** {@code Sun 2024-03-10 08:00}, with seconds where there are any. */
    static String show(Instant at, ZoneId zone) {
        ZonedDateTime local = at.atZone(zone);
        return (local.getSecond() == 0 && local.getNano() == 0 ? MINUTES : SECONDS).format(local);
    }
}
