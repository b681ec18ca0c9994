package io.trainyard.console;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A market time as one types it: an instant, a wall time of the strategy's zone, or a day, of which it is the end. */
record MarketTime(String typed) {

    Instant in(ZoneId zone) {
        if (typed.endsWith("Z")) {
            return Instant.parse(typed);
        }
        return typed.contains("T")
                ? LocalDateTime.parse(typed).atZone(zone).toInstant()
                : LocalDate.parse(typed).plusDays(1).atStartOfDay(zone).toInstant();
    }

    @Override
    public String toString() {
        return typed;
    }

    static final class Converter implements ITypeConverter<MarketTime> {
        @Override
        public MarketTime convert(String value) {
            MarketTime time = new MarketTime(value);
            try {
                time.in(ZoneId.of("UTC"));
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("'" + value
                        + "' is no time: write 2026-01-02T21:00:00Z, 2026-01-02T16:00 for the strategy's zone, or 2026-01-02");
            }
            return time;
        }
    }
}
