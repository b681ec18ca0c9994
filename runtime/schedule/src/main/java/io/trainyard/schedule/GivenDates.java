package io.trainyard.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;

/** Some dates, ascending, as days since 1970. */
final class GivenDates implements DayRule {

    private final long[] days;

    private GivenDates(long[] days) {
        this.days = days;
    }

    static GivenDates of(Collection<LocalDate> dates) {
        if (dates.isEmpty()) {
            throw new IllegalArgumentException("a rule on given dates names at least one date");
        }
        return new GivenDates(dates.stream()
                .mapToLong(LocalDate::toEpochDay)
                .sorted()
                .distinct()
                .toArray());
    }

    @Override
    public long onOrAfter(long day) {
        int found = Arrays.binarySearch(days, day);
        int index = found >= 0 ? found : -found - 1;
        return index < days.length ? days[index] : NONE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GivenDates that && Arrays.equals(days, that.days);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(days);
    }

    @Override
    public String toString() {
        return "on "
                + Words.list(Arrays.stream(days)
                        .mapToObj(day -> LocalDate.ofEpochDay(day).toString())
                        .collect(Collectors.toList()));
    }
}
