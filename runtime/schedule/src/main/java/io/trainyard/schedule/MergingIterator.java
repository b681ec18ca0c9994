package io.trainyard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeSet;

/** The instants of any schedule: keeps those of a date back until no later date can have an earlier one. */
final class MergingIterator implements Iterator<Instant> {

    private static final long DAY = 86_400;
    /** The dates of a schedule end with the year 900,000, as {@link RecurringSchedule#next} does. */
    static final long END_DAY = 328_000_000L;

    private final DayRule dates;
    private final TimeRule times;
    private final WallClock clock;
    private final long earliest;
    private final long endDay;

    private final Deque<Instant> pending = new ArrayDeque<>();
    private long day;
    private Instant last;

    /** Looks at dates from {@code firstDay} on and before {@code endDay}. */
    MergingIterator(
            DayRule dates, TimeRule times, WallClock clock, long earliest, long firstDay, long endDay, Instant after) {
        this.dates = dates;
        this.times = times;
        this.clock = clock;
        this.earliest = earliest;
        this.endDay = endDay;
        this.day = dates.onOrAfter(firstDay);
        this.last = after;
    }

    @Override
    public boolean hasNext() {
        int tried = 0;
        while (day < endDay && tried < DayRule.DAYS_OF_400_YEARS) {
            Instant first = pending.peekFirst();
            if (first != null && day * DAY + earliest > first.getEpochSecond()) {
                return true;
            }
            add(times.on(LocalDate.ofEpochDay(day), clock));
            day = dates.onOrAfter(day + 1);
            tried++;
        }
        if (pending.isEmpty()) {
            day = DayRule.NONE;
        }
        return !pending.isEmpty();
    }

    private void add(List<Instant> instants) {
        for (Instant instant : instants) {
            if (!instant.isAfter(last)) {
                continue;
            }
            Instant latest = pending.peekLast();
            if (latest == null || instant.isAfter(latest)) {
                pending.addLast(instant);
            } else if (!pending.contains(instant)) {
                TreeSet<Instant> sorted = new TreeSet<>(pending);
                sorted.add(instant);
                pending.clear();
                pending.addAll(sorted);
            }
        }
    }

    @Override
    public Instant next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the schedule has no further instant");
        }
        last = pending.removeFirst();
        return last;
    }
}
