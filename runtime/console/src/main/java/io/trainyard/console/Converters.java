package io.trainyard.console;

import io.trainyard.Gap;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Read the words of schedules, and say what to write instead where one is none. */
final class Converters {

    private Converters() {}

    static final class ToDate implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + value + "' is not a date: write yyyy-MM-dd, such as 2026-01-02");
            }
        }
    }

    static final class ToTime implements ITypeConverter<LocalTime> {
        @Override
        public LocalTime convert(String value) {
            try {
                return LocalTime.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + value + "' is not a wall time: write HH:mm from 00:00 to 23:59, such as 08:00");
            }
        }
    }

    static final class ToDuration implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            try {
                return Duration.parse(value);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + value + "' is not a length of time: write PT20M for 20 minutes, PT1H30M, P1D");
            }
        }
    }

    static final class ToWindow implements ITypeConverter<TimeOptions.Window> {
        @Override
        public TimeOptions.Window convert(String value) {
            int dash = value.indexOf('-');
            if (dash < 0) {
                throw new TypeConversionException(
                        "'" + value + "' is not a window: write FROM-TO, such as 18:00-23:00");
            }
            ToTime time = new ToTime();
            return new TimeOptions.Window(
                    time.convert(value.substring(0, dash)), time.convert(value.substring(dash + 1)));
        }
    }

    static final class ToZone implements ITypeConverter<ZoneId> {
        @Override
        public ZoneId convert(String value) {
            try {
                return ZoneId.of(value);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + value + "' is not a zone that this JDK knows: regions are named"
                        + " Area/City, such as America/New_York");
            }
        }
    }

    static final class ToGap implements ITypeConverter<Gap> {
        @Override
        public Gap convert(String value) {
            String word = value.toUpperCase(Locale.ROOT).replace('-', '_');
            for (Gap gap : Gap.values()) {
                if (gap.name().equals(word)) {
                    return gap;
                }
            }
            throw new TypeConversionException("'" + value + "' is not next-valid or skip");
        }
    }

    static final class ToMarket implements ITypeConverter<TradingCalendar> {
        @Override
        public TradingCalendar convert(String value) {
            return switch (value.toLowerCase(Locale.ROOT)) {
                case "us-equity" -> TradingCalendar.usEquity();
                case "crypto" -> TradingCalendar.crypto();
                case "forex" -> TradingCalendar.forex();
                case "cme-index" -> TradingCalendar.cmeIndexFutures();
                default ->
                    throw new TypeConversionException(
                            "'" + value + "' is not a market: us-equity, crypto, forex or cme-index");
            };
        }
    }
}
