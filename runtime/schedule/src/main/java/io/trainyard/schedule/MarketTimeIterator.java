package io.trainyard.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The opens or closes of a market, which come in the order of their dates. */
final class MarketTimeIterator implements Iterator<Instant> {

    private final DayRule dates;
    private final MarketTime time;
    private final long endDay;

    private long day;
    private @Nullable Instant next;

    /** Looks at dates from {@code firstDay} on and before {@code endDay}, at instants after {@code after}. */
    MarketTimeIterator(DayRule dates, MarketTime time, long firstDay, long endDay, Instant after) {
        this.dates = dates;
        this.time = time;
        this.endDay = endDay;
        this.day = firstDay;
        do {
            next = following();
        } while (next != null && !next.isAfter(after));
    }

    /** The instant of the next date that has one; gives up after 400 years of dates without. */
    private @Nullable Instant following() {
        for (int tried = 0; tried < DayRule.DAYS_OF_400_YEARS; tried++) {
            day = dates.onOrAfter(day);
            if (day >= endDay) {
                return null;
            }
            Instant instant = time.at(LocalDate.ofEpochDay(day++));
            if (instant != null) {
                return instant;
            }
        }
        return null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Instant next() {
        Instant instant = next;
        if (instant == null) {
            throw new NoSuchElementException("the schedule has no further instant");
        }
        next = following();
        return instant;
    }
}
