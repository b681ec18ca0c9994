package io.trainyard.processor.model;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.stream.LongStream;

/**
 * How long a window is. Months and years are as long as the calendar has them, and compared at their worst.
 *
 * @param amount a {@link Period} or a {@link Duration}, of a century at most
 */
public record WindowLength(TemporalAmount amount) {

    /** After so many months the calendar repeats itself. */
    private static final int CYCLE = 4_800;

    private static final LocalDate START = LocalDate.of(2000, 1, 1);

    /** How long it is at least: the day on which clocks are put forward lacks an hour. */
    public Duration shortest() {
        return amount instanceof Duration duration
                ? duration
                : Duration.ofDays(days().min().orElseThrow()).minusHours(1);
    }

    /** How long it is at most, on the wall. */
    public Duration longest() {
        return amount instanceof Duration duration
                ? duration
                : Duration.ofDays(days().max().orElseThrow());
    }

    /** In days, from the start of any month on: from its end it is no shorter and no longer. */
    private LongStream days() {
        Period period = (Period) amount;
        return LongStream.range(0, CYCLE).map(month -> {
            LocalDate from = START.plusMonths(month);
            return ChronoUnit.DAYS.between(from, from.plus(period));
        });
    }

    /** The word for it. */
    @Override
    public String toString() {
        return amount.toString();
    }
}
