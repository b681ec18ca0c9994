package io.trainyard.schedule.proof;

import io.trainyard.schedule.RecurringSchedule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** How instants and dates are named. */
final class Moments {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);

    private Moments() {}

    /** Sun 2026-01-04 08:00. */
    static String local(Instant instant, ZoneId zone) {
        return (instant.getEpochSecond() % 60 == 0 ? MINUTE : SECOND).format(instant.atZone(zone));
    }

    /** Sun 2026-01-04 08:00 America/New_York. */
    static String words(Instant instant, ZoneId zone) {
        return local(instant, zone) + " " + (zone.equals(ZoneOffset.UTC) ? "UTC" : zone);
    }

    /** Sun 2026-01-04. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }

    /** The first three and how many more there are. */
    static <T> String some(List<T> items, Function<T, String> name) {
        List<String> named = items.stream().limit(Finding.NAMED).map(name).toList();
        int more = items.size() - named.size();
        return more == 0 ? Words.list(named) : String.join(", ", named) + " and " + more + " more";
    }

    static List<Instant> firstOf(List<Instant> instants) {
        return instants.subList(0, Math.min(Finding.NAMED, instants.size()));
    }

    /** The zone in which a training's author thinks: that of its first schedule that has one. */
    static ZoneId zone(List<Schedule> schedules) {
        for (Schedule schedule : schedules) {
            if (schedule instanceof RecurringSchedule recurring) {
                return recurring.clock().zone();
            }
        }
        return ZoneOffset.UTC;
    }
}
