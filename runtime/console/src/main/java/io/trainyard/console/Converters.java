package io.trainyard.console;

import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Read the words of options, and say what to write instead where one is none. */
final class Converters {

    private Converters() {}

    static final class ToDate implements ITypeConverter<LocalDate> {
        @Override
        public LocalDate convert(String value) {
            try {
                LocalDate date = LocalDate.parse(value);
                // a signed year has more digits, and dates of the last ones have no year after them
                if (date.getYear() >= 0 && date.getYear() <= 9999) {
                    return date;
                }
            } catch (DateTimeParseException e) {
                // told below, as what is a date in another notation
            }
            throw new TypeConversionException("'" + value + "' is not a date: write yyyy-MM-dd, such as 2026-01-02");
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
}
