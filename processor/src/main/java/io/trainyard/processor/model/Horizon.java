package io.trainyard.processor.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The years that are looked at: strategies are taken to be deployed as the first day begins in their zone.
 *
 * @param from the first day
 * @param years how many, at least one
 */
public record Horizon(LocalDate from, int years) {

    /** How many years are looked at where nothing else is said. */
    public static final int STANDARD_YEARS = 5;

    /** When a strategy of that zone is deployed. */
    public Instant deployedAt(ZoneId zone) {
        return from.atStartOfDay(zone).toInstant();
    }

    /** The last instant that is looked at. */
    public Instant until(ZoneId zone) {
        return endOf(years, zone);
    }

    /** The last instant of the first year. */
    public Instant endOfFirstYear(ZoneId zone) {
        return endOf(1, zone);
    }

    private Instant endOf(int count, ZoneId zone) {
        return from.plusYears(count).atStartOfDay(zone).toInstant().minusNanos(1);
    }
}
