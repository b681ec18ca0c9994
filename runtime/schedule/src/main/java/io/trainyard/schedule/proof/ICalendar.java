package io.trainyard.schedule.proof;

import io.trainyard.schedule.Words;
import io.trainyard.schedule.proof.Timetable.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Writes a timetable as RFC 5545 has it: lines end with CR LF and are folded at 75 octets, text is escaped. */
final class ICalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** RFC 5545, 3.1: octets of a line without its end. */
    private static final int LINE = 75;

    private final StringBuilder text = new StringBuilder();

    private ICalendar() {}

    static String of(Timetable timetable, Instant stamp) {
        ICalendar calendar = new ICalendar();
        calendar.line("BEGIN:VCALENDAR");
        calendar.line("VERSION:2.0");
        calendar.line("PRODID:-//Trainyard//Timetable//EN");
        calendar.line("CALSCALE:GREGORIAN");
        calendar.line("X-WR-CALNAME:" + escaped("Trainings of " + timetable.strategy()));
        for (Entry entry : timetable.entries()) {
            calendar.event(timetable.strategy(), entry, UTC.format(stamp));
        }
        calendar.line("END:VCALENDAR");
        return calendar.text.toString();
    }

    private void event(String strategy, Entry entry, String stamp) {
        line("BEGIN:VEVENT");
        line("UID:" + escaped(uid(strategy, entry)));
        line("DTSTAMP:" + stamp);
        line("DTSTART:" + UTC.format(entry.at()));
        line("DURATION:" + duration(entry.limit()));
        line("SUMMARY:" + escaped(strategy + ": " + entry.training()));
        line("DESCRIPTION:"
                + escaped(
                        String.join("\n", entry.schedules()) + "\nTakes " + Words.length(entry.limit()) + " at most."));
        line("TRANSP:TRANSPARENT");
        line("END:VEVENT");
    }

    /** What it trains and when make a run unique; two within a second differ in their fraction. */
    private static String uid(String strategy, Entry entry) {
        int nanos = entry.at().get(ChronoField.NANO_OF_SECOND);
        return UTC.format(entry.at()) + (nanos == 0 ? "" : "." + nanos) + "-" + entry.training() + "-" + strategy
                + "@trainyard";
    }

    /** The format knows no fraction of a second, and no seconds after hours without minutes between. */
    private static String duration(Duration limit) {
        long seconds = limit.toSeconds() + (limit.toNanosPart() == 0 ? 0 : 1);
        long hours = seconds / 3_600;
        long minutes = seconds / 60 % 60;
        long rest = seconds % 60;
        if (rest != 0) {
            return "PT" + (hours == 0 ? "" : hours + "H") + (hours == 0 && minutes == 0 ? "" : minutes + "M") + rest
                    + "S";
        }
        return "PT" + (hours == 0 ? "" : hours + "H") + (minutes == 0 ? "" : minutes + "M");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\n", "\\n");
    }

    private void line(String line) {
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int character = line.codePointAt(i);
            String written = Character.toString(character);
            int size = written.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                text.append("\r\n ");
                // the space at the start of a continuation counts
                octets = 1;
            }
            text.append(written);
            octets += size;
            i += Character.charCount(character);
        }
        text.append("\r\n");
    }
}
