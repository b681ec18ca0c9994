package io.trainyard.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every date on one of some days of the week. */
record DaysOfWeek(Set<DayOfWeek> days) implements DateRule {

    @Override
    public Optional<LocalDate> onOrAfter(LocalDate earliest) {
        return earliest.datesUntil(earliest.plusWeeks(1))
                .filter(date -> days.contains(date.getDayOfWeek()))
                .findFirst();
    }

    @Override
    public String toString() {
        return "every " + days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(", "));
    }
}
