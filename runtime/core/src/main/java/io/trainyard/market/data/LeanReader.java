package io.trainyard.market.data;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Collects one series from the files of LEAN's format, in the order of time. */
final class LeanReader {

    /**
     * How a kind of market writes its bars.
     *
     * @param zone of the stamps
     * @param priceUnit what prices are to be divided by
     * @param open when a daily bar starts, milliseconds since midnight
     * @param close when a daily bar ends, milliseconds since midnight; a whole day for the next midnight
     */
    record Format(ZoneId zone, double priceUnit, int open, int close) {}

    static final Format EQUITY =
            new Format(ZoneId.of("America/New_York"), 10_000, millisOfDay(9, 30), millisOfDay(16, 0));
    static final Format CRYPTO = new Format(ZoneOffset.UTC, 1, 0, millisOfDay(24, 0));

    private static final int MINUTE = 60_000;
    private static final int HOUR = 60 * MINUTE;

    private final Format format;
    private final FactorFile factors;
    private final Normalization normalization;
    private final Resolution resolution;
    private final BarSeries.Builder bars;
    private final WallClock clock;

    LeanReader(Subscription subscription, Format format, FactorFile factors, Normalization normalization) {
        this.format = format;
        this.factors = factors;
        this.normalization = normalization;
        this.resolution = subscription.resolution();
        this.bars = BarSeries.of(subscription.symbol(), subscription.resolution());
        this.clock = new WallClock(format.zone());
    }

    private static int millisOfDay(int hours, int minutes) {
        return (hours * 60 + minutes) * 60_000;
    }

    /** What was read. */
    BarSeries series() {
        return bars.build();
    }

    /**
     * Reads daily or hourly bars, lines such as {@code 20131007 00:00,1675200,1679400,1673600,1673500,58838100}.
     *
     * @param first the first day to take, {@code yyyyMMdd}
     * @param last the last
     * @throws MarketDataException if a line is not as it should be
     */
    void readDated(LineScanner lines, int first, int last) {
        int today = -2;
        LocalDate date = LocalDate.MIN;
        double factor = 1;
        double split = 1;
        while (lines.nextLine()) {
            lines.field("time");
            int day = lines.digits(0, 8);
            if (day != today) {
                today = LeanDate.read(lines);
                date = LeanDate.local(today);
                factor = factors.price(today, normalization);
                split = factors.volume(today, normalization);
            }
            if (today < first || today > last) {
                continue;
            }
            int stamp = timeOfDay(lines);
            if (resolution == Resolution.DAILY) {
                add(lines, clock.millis(date, format.open()), endOfDay(date), factor, split);
            } else {
                long start = clock.millis(date, stamp);
                add(lines, start, start + HOUR, factor, split);
            }
        }
    }

    /**
     * Reads the minutes of one day, lines such as {@code 34200000,1674300,1675200,1674100,1674400,816453}.
     *
     * @param day the day of the file, {@code yyyyMMdd}
     * @param regular whether to leave out what is not between open and close
     * @throws MarketDataException if a line is not as it should be
     */
    void readDay(LineScanner lines, int day, boolean regular) {
        LocalDate date = LeanDate.local(day);
        double factor = factors.price(day, normalization);
        double split = factors.volume(day, normalization);
        int from = regular ? format.open() : 0;
        int until = regular ? format.close() : millisOfDay(24, 0);
        while (lines.nextLine()) {
            lines.field("time");
            int stamp = lines.digits(0, lines.length());
            if (stamp < 0 || stamp >= millisOfDay(24, 0)) {
                throw lines.wrong("time", "milliseconds since midnight, from 0 to 86399999");
            }
            if (stamp >= from && stamp < until) {
                long start = clock.millis(date, stamp);
                add(lines, start, start + MINUTE, factor, split);
            }
        }
    }

    private long endOfDay(LocalDate date) {
        return format.close() == millisOfDay(24, 0)
                ? clock.millis(date.plusDays(1), 0)
                : clock.millis(date, format.close());
    }

    private static int timeOfDay(LineScanner lines) {
        int hours = lines.digits(9, 11);
        int minutes = lines.digits(12, 14);
        boolean inRange = hours >= 0 && hours < 24 && minutes >= 0 && minutes < 60;
        if (!inRange || lines.length() != 14 || lines.at(8) != ' ' || lines.at(11) != ':') {
            throw lines.wrong("time", "a time written yyyyMMdd HH:mm");
        }
        return millisOfDay(hours, minutes);
    }

    private void add(LineScanner lines, long start, long end, double factor, double split) {
        double open = price(lines, "open", factor);
        double high = price(lines, "high", factor);
        double low = price(lines, "low", factor);
        double close = price(lines, "close", factor);
        lines.field("volume");
        double volume = lines.decimal("volume") / split;
        try {
            bars.add(start, end, open, high, low, close, volume);
        } catch (MarketDataException e) {
            throw lines.refused(e);
        }
    }

    private double price(LineScanner lines, String column, double factor) {
        lines.field(column);
        return lines.decimal(column) / format.priceUnit() * factor;
    }
}
