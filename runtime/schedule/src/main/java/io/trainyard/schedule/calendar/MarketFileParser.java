package io.trainyard.schedule.calendar;

import io.trainyard.schedule.calendar.Session.Kind;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the text form of a market once, line by line. */
final class MarketFileParser {

    static final String CLOSED = "closed";
    static final String EARLY_CLOSE = "early-close";
    static final String LATE_OPEN = "late-open";

    private static final String WORDS =
            "zone, " + words(Kind.values()) + ", " + CLOSED + ", " + EARLY_CLOSE + " or " + LATE_OPEN;

    private final String name;
    /** In which line a fact stands that may be stated once only. */
    private final Map<String, Integer> stated = new HashMap<>();

    private int number;
    private MarketHours.@Nullable Builder hours;

    MarketFileParser(String name) {
        this.name = name;
    }

    MarketHours parse(String text) {
        for (String line : text.lines().toList()) {
            number++;
            int comment = line.indexOf('#');
            String content = (comment < 0 ? line : line.substring(0, comment)).strip();
            if (!content.isEmpty()) {
                read(content);
            }
        }
        if (hours == null) {
            throw new IllegalArgumentException(
                    "market " + name + " has no zone: begin with a line such as zone Asia/Hong_Kong");
        }
        try {
            return hours.build();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("market " + name + ": " + e.getMessage(), e);
        }
    }

    private void read(String content) {
        List<String> words = List.of(content.split("\\s+", -1));
        String word = words.get(0);
        if (word.equals("zone")) {
            readZone(words);
            return;
        }
        if (hours == null) {
            throw wrong(
                    "the hours are given before the zone that they are read in",
                    "begin with a line such as zone Asia/Hong_Kong");
        }
        Optional<Kind> kind = named(word, Kind.values());
        if (kind.isPresent()) {
            readSession(hours, kind.get(), words);
            return;
        }
        switch (word) {
            case CLOSED -> {
                count(words, 2, "closed 2026-12-25");
                hours.closed(date(words.get(1), CLOSED));
            }
            case EARLY_CLOSE -> {
                count(words, 3, "early-close 2026-12-24 13:00");
                hours.earlyClose(date(words.get(1), EARLY_CLOSE), time(words.get(2)));
            }
            case LATE_OPEN -> {
                count(words, 3, "late-open 2026-03-02 13:00");
                hours.lateOpen(date(words.get(1), LATE_OPEN), time(words.get(2)));
            }
            default -> throw wrong("\"" + word + "\" is no word of a market", "begin the line with " + WORDS);
        }
    }

    private void readZone(List<String> words) {
        count(words, 2, "zone Asia/Hong_Kong");
        once("the zone");
        try {
            hours = MarketHours.builder(name, ZoneId.of(words.get(1)));
        } catch (DateTimeException e) {
            throw wrong(
                    "\"" + words.get(1) + "\" is no zone that this JDK knows",
                    "regions are named Area/City, such as Asia/Hong_Kong");
        }
    }

    private void readSession(MarketHours.Builder builder, Kind kind, List<String> words) {
        String example = MarketFile.word(kind) + " 09:30-16:00 monday tuesday";
        if (words.size() < 3) {
            throw wrong("a session has hours and days", "write " + example);
        }
        String span = words.get(1);
        // the first character may be a sign
        int dash = span.indexOf('-', 1);
        if (dash < 0) {
            throw wrong("\"" + span + "\" are no hours", "write " + example);
        }
        Duration from = Duration.ofNanos(hoursOf(span.substring(0, dash)));
        Duration to = Duration.ofNanos(hoursOf(span.substring(dash + 1)));
        DayOfWeek[] days = words.stream().skip(2).map(this::day).toArray(DayOfWeek[]::new);
        try {
            builder.session(kind, from, to, days);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage(), "as in " + example);
        }
    }

    private DayOfWeek day(String word) {
        return named(word, DayOfWeek.values())
                .orElseThrow(
                        () -> wrong("\"" + word + "\" is no day of the week", "days are " + words(DayOfWeek.values())));
    }

    private long hoursOf(String text) {
        return ClockHours.nanos(text)
                .orElseThrow(() -> wrong(
                        "\"" + text + "\" is no time of day",
                        "write HH:mm, 24:00 for the midnight at the end, -06:00 for 18:00 of the evening before"));
    }

    private LocalDate date(String text, String word) {
        try {
            LocalDate date = LocalDate.parse(text);
            once(word + " on " + date);
            return date;
        } catch (DateTimeException e) {
            throw wrong("\"" + text + "\" is no date", "write yyyy-MM-dd, such as 2026-12-25");
        }
    }

    private LocalTime time(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw wrong("\"" + text + "\" is no time of day", "write HH:mm, such as 13:00");
        }
    }

    private void count(List<String> words, int size, String example) {
        if (words.size() != size) {
            throw wrong(
                    "\"" + String.join(" ", words) + "\" has " + words.size() + " words, not " + size,
                    "write " + example);
        }
    }

    private void once(String fact) {
        Integer before = stated.put(fact, number);
        if (before != null) {
            throw wrong(fact + " is stated in line " + before + " already", "keep one of them");
        }
    }

    private IllegalArgumentException wrong(@Nullable String what, String instead) {
        return new IllegalArgumentException("market " + name + ", line " + number + ": " + what + "; " + instead);
    }

    private static <E extends Enum<E>> Optional<E> named(String word, E[] values) {
        return Arrays.stream(values)
                .filter(value -> MarketFile.word(value).equals(word))
                .findFirst();
    }

    private static String words(Enum<?>[] values) {
        return Arrays.stream(values).map(MarketFile::word).collect(Collectors.joining(", "));
    }
}
