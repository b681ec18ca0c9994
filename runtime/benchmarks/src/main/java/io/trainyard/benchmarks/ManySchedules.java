package io.trainyard.benchmarks;

import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Weekly schedules as many users would write them: any day, any minute, the zones of the large exchanges. */
final class ManySchedules {

    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("America/Chicago"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Europe/Berlin"),
            ZoneId.of("Asia/Hong_Kong"),
            ZoneId.of("Asia/Tokyo"),
            ZoneId.of("Asia/Kolkata"),
            ZoneId.of("Australia/Sydney"));

    private ManySchedules() {}

    /**
     * One of them.
     *
     * @param day its day of the week
     * @param time its wall time
     * @param zone where it is read
     */
    record Weekly(DayOfWeek day, LocalTime time, ZoneId zone) {

        Schedule schedule() {
            return Schedule.of(DateRule.every(day), TimeRule.at(time), zone);
        }

        /** For Quartz and cron-utils: seconds, minutes, hours, any day of the month, any month, day of the week. */
        String cron() {
            return "0 " + time.getMinute() + " " + time.getHour() + " ? * "
                    + day.name().substring(0, 3);
        }
    }

    /** The same each time. */
    static List<Weekly> draw(int count) {
        SplittableRandom random = new SplittableRandom(2026);
        List<Weekly> all = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            all.add(new Weekly(
                    DayOfWeek.of(random.nextInt(1, 8)),
                    LocalTime.ofSecondOfDay(random.nextInt(24 * 60) * 60L),
                    ZONES.get(random.nextInt(ZONES.size()))));
        }
        return all;
    }

    /** Schedules of {@link #draw}. */
    static List<Schedule> weekly(int count) {
        return draw(count).stream().map(Weekly::schedule).toList();
    }
}
