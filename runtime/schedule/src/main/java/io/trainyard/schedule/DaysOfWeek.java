package io.trainyard.schedule;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Every date on one of some days of the week; one value for each of the 127 sets. */
final class DaysOfWeek implements DayRule {

    private static final DaysOfWeek[] RULES = new DaysOfWeek[128];

    static {
        for (int mask = 1; mask < RULES.length; mask++) {
            RULES[mask] = new DaysOfWeek(mask);
        }
    }

    /** Bit 0 is Monday. */
    private final int mask;

    private DaysOfWeek(int mask) {
        this.mask = mask;
    }

    static DaysOfWeek of(Set<DayOfWeek> days) {
        return RULES[days.stream().mapToInt(day -> 1 << (day.getValue() - 1)).sum()];
    }

    @Override
    public long onOrAfter(long day) {
        // 1970-01-01 was a Thursday
        int today = (int) Math.floorMod(day + 3, 7L);
        return day + Integer.numberOfTrailingZeros((mask | (mask << 7)) >>> today);
    }

    @Override
    public String toString() {
        List<String> names = Arrays.stream(DayOfWeek.values())
                .filter(day -> (mask & (1 << (day.getValue() - 1))) != 0)
                .map(DaysOfWeek::name)
                .toList();
        return names.size() == 7 ? "every day" : "every " + Words.list(names);
    }

    static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
