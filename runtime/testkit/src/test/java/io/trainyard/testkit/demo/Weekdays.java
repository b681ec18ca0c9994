package io.trainyard.testkit.demo;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Daily bars of AAPL, from 09:30 to 16:00 New York, that open and close at a price. */
final class Weekdays {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private Weekdays() {}

    /** On weekdays, the first of them at or after {@code from}. */
    static BarSeries from(String from, double... closes) {
        BarSeries.Builder series = BarSeries.of("AAPL", Resolution.DAILY);
        LocalDate day = LocalDate.parse(from);
        for (double close : closes) {
            while (day.getDayOfWeek().getValue() > 5) {
                day = day.plusDays(1);
            }
            series.add(at(day, "09:30"), at(day, "16:00"), close, close, close, close, 1_000);
            day = day.plusDays(1);
        }
        return series.build();
    }

    private static long at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(NEW_YORK).toInstant().toEpochMilli();
    }
}
