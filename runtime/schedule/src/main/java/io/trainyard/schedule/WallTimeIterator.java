package io.trainyard.schedule;

import io.trainyard.Gap;
import io.trainyard.Overlap;
import java.time.Instant;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The instants of one wall time a date: keeps the offset that is valid, and asks the zone only near clock changes. */
final class WallTimeIterator implements Iterator<Instant> {

    private static final long DAY = 86_400;

    /** What {@link #next} holds when there is none. */
    private static final long NONE = Long.MAX_VALUE;

    /** The dates of a schedule end with the year 900,000, as {@link RecurringSchedule#next} does. */
    private static final long END_DAY = 328_000_000L;

    private final DayRule dates;
    private final long second;
    private final ZoneTable zone;
    private final Gap gap;
    private final Overlap overlap;

    private long day;
    private long next;
    private int offset;
    private long calmFrom = Long.MAX_VALUE;
    private long calmUntil = Long.MIN_VALUE;

    /** Starts with {@code first}, or has nothing. */
    WallTimeIterator(DayRule dates, long second, ZoneTable zone, Gap gap, Overlap overlap, Optional<Instant> first) {
        this.dates = dates;
        this.second = second;
        this.zone = zone;
        this.gap = gap;
        this.overlap = overlap;
        this.next = first.map(Instant::getEpochSecond).orElse(NONE);
        if (next != NONE) {
            // the date of an instant after a gap may be the one before: a date too early does no harm
            day = Math.floorDiv(next + zone.offsetAt(next) - second, DAY) - 2;
        }
    }

    @Override
    public boolean hasNext() {
        return next != NONE;
    }

    @Override
    public Instant next() {
        long instant = next;
        if (instant == NONE) {
            throw new NoSuchElementException("the schedule has no further instant");
        }
        advance();
        return Instant.ofEpochSecond(instant);
    }

    private void advance() {
        long last = next;
        while (true) {
            day = dates.onOrAfter(day);
            if (day >= END_DAY) {
                next = NONE;
                return;
            }
            long wall = day * DAY + second;
            if (wall < calmFrom || wall >= calmUntil) {
                move(wall);
            }
            long instant = wall >= calmFrom && wall < calmUntil ? wall - offset : zone.resolve(wall, gap, overlap);
            day++;
            if (instant > last) {
                next = instant;
                return;
            }
        }
    }

    /** Takes the offset around a reading, if it is the only one there. */
    private void move(long wall) {
        int index = zone.indexOf(zone.resolve(wall, Gap.NEXT_VALID, Overlap.LATER));
        if (index >= 0) {
            offset = zone.offset(index);
            calmFrom = zone.calmFrom(index);
            calmUntil = zone.calmUntil(index);
        }
    }
}
