package io.trainyard.market.data;

import io.trainyard.Resolution;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * How the stamp of a line tells when its bar starts and ends.
 *
 * @param atEnd whether a time is the end of its bar, not the start
 * @param open when a day starts
 * @param close when a day ends; midnight for the end of the day
 */
record CsvStamps(Resolution resolution, ZoneId zone, boolean atEnd, LocalTime open, LocalTime close) {

    private static final String EXPECTED =
            "a day such as 2013-10-07, a time such as 2013-10-07T09:30 or 2013-10-07T13:30:00Z, or seconds or"
                    + " milliseconds since 1970";

    CsvStamps {
        if (!close.isAfter(open) && !close.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("a session from " + open + " to " + close
                    + " ends before it starts: name the open first, then the close, 00:00 for the end of the day");
        }
    }

    static CsvStamps of(Resolution resolution, ZoneId zone) {
        return new CsvStamps(resolution, zone, false, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    CsvStamps stampedAtEnd() {
        return new CsvStamps(resolution, zone, true, open, close);
    }

    CsvStamps session(LocalTime opens, LocalTime closes) {
        return new CsvStamps(resolution, zone, atEnd, opens, closes);
    }

    /** When a bar starts and ends, milliseconds since 1970-01-01T00:00Z. */
    record Span(long start, long end) {}

    /**
     * Reads the stamp in the scanner's field.
     *
     * @throws io.trainyard.market.MarketDataException if it is none
     */
    Span read(LineScanner lines, String column, WallClock clock) {
        int length = lines.length();
        int digits = 0;
        while (digits < length && lines.at(digits) >= '0' && lines.at(digits) <= '9') {
            digits++;
        }
        if (digits == length && (length == 9 || length == 10)) {
            return at(Long.parseLong(lines.text()) * 1000, clock);
        }
        if (digits == length && (length == 12 || length == 13)) {
            return at(Long.parseLong(lines.text()), clock);
        }
        LocalDate date = date(lines, digits);
        if (date == null) {
            throw lines.wrong(column, EXPECTED);
        }
        int after = digits == 4 ? 10 : 8;
        if (length == after) {
            if (resolution != Resolution.DAILY) {
                throw lines.wrong(column, "a time: the bars are declared to be shorter than a day");
            }
            return day(date, clock);
        }
        if (lines.at(after) != 'T' && lines.at(after) != ' ') {
            throw lines.wrong(column, EXPECTED);
        }
        return time(lines, column, date, after + 1, clock);
    }

    private static @Nullable LocalDate date(LineScanner lines, int digits) {
        int year = lines.digits(0, 4);
        int month;
        int day;
        if (digits == 8) {
            month = lines.digits(4, 6);
            day = lines.digits(6, 8);
        } else if (digits == 4 && lines.length() >= 10 && lines.at(4) == '-' && lines.at(7) == '-') {
            month = lines.digits(5, 7);
            day = lines.digits(8, 10);
        } else {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private Span time(LineScanner lines, String column, LocalDate date, int from, WallClock clock) {
        int length = lines.length();
        int hours = lines.digits(from, from + 2);
        int minutes = lines.digits(from + 3, from + 5);
        int seconds = 0;
        int millis = 0;
        int next = from + 5;
        boolean colons = next <= length && lines.at(from + 2) == ':';
        if (next < length && lines.at(next) == ':') {
            seconds = lines.digits(next + 1, next + 3);
            next += 3;
            if (next < length && lines.at(next) == '.') {
                int last = next + 1;
                while (last < length && lines.at(last) >= '0' && lines.at(last) <= '9') {
                    millis += last - next <= 3 ? (lines.at(last) - '0') * POWERS[last - next] : 0;
                    last++;
                }
                next = last;
            }
        }
        if (!colons || hours < 0 || hours > 23 || minutes < 0 || minutes > 59 || seconds < 0 || seconds > 59) {
            throw lines.wrong(column, EXPECTED);
        }
        int millisOfDay = ((hours * 60 + minutes) * 60 + seconds) * 1000 + millis;
        if (next == length) {
            return resolution == Resolution.DAILY && millisOfDay == 0 && !atEnd
                    ? day(date, clock)
                    : at(clock.millis(date, millisOfDay), clock);
        }
        try {
            ZoneOffset offset = ZoneOffset.of(lines.text().substring(next));
            long utc = date.toEpochDay() * 86_400_000L + millisOfDay;
            return at(utc - offset.getTotalSeconds() * 1000L, clock);
        } catch (DateTimeException e) {
            throw lines.wrong(column, EXPECTED);
        }
    }

    /** What the digits after the point of a second are worth in milliseconds, from the first. */
    private static final int[] POWERS = {0, 100, 10, 1};

    private Span day(LocalDate date, WallClock clock) {
        long end = close.equals(LocalTime.MIDNIGHT)
                ? clock.millis(date.plusDays(1), 0)
                : clock.millis(date, millisOf(close));
        return new Span(clock.millis(date, millisOf(open)), end);
    }

    private Span at(long stamp, WallClock clock) {
        if (resolution == Resolution.DAILY) {
            return daily(stamp, clock);
        }
        long length = resolution == Resolution.MINUTE ? 60_000L : 3_600_000L;
        return atEnd ? new Span(stamp - length, stamp) : new Span(stamp, stamp + length);
    }

    private Span daily(long stamp, WallClock clock) {
        var local = Instant.ofEpochMilli(stamp).atZone(zone);
        if (local.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return day(atEnd ? local.toLocalDate().minusDays(1) : local.toLocalDate(), clock);
        }
        return atEnd
                ? new Span(local.minusDays(1).toInstant().toEpochMilli(), stamp)
                : new Span(stamp, local.plusDays(1).toInstant().toEpochMilli());
    }

    private static int millisOf(LocalTime time) {
        return (int) (time.toNanoOfDay() / 1_000_000);
    }
}
