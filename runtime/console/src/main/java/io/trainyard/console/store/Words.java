package io.trainyard.console.store;

import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Read the words of this room, and say what to write instead where one is none. */
final class Words {

    private Words() {}

    static final class ToKey implements ITypeConverter<ObjectKey> {
        @Override
        public ObjectKey convert(String value) {
            try {
                return ObjectKey.of(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class ToInstant implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String value) {
            try {
                return OffsetDateTime.parse(value).toInstant();
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + value + "' is not an instant: write date, time and offset, such as"
                                + " 2026-01-04T13:00:00Z or 2026-01-04T08:00:00-05:00");
            }
        }
    }

    static final class ToAge implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String value) {
            try {
                Duration age = Duration.parse(value);
                if (!age.isNegative()) {
                    return age;
                }
            } catch (DateTimeParseException e) {
                // said below
            }
            throw new TypeConversionException(
                    "'" + value + "' is not an age: write P30D for 30 days, PT12H for 12 hours");
        }
    }

    static final class ToQuota implements ITypeConverter<Quota> {
        private static final Pattern QUOTA = Pattern.compile("([0-9]{1,15})/([0-9]{1,9})");

        @Override
        public Quota convert(String value) {
            Matcher quota = QUOTA.matcher(value);
            if (!quota.matches()) {
                throw new TypeConversionException(
                        "'" + value + "' is not a quota: write BYTES/OBJECTS, such as 20000000/500");
            }
            return new Quota(Long.parseLong(quota.group(1)), Integer.parseInt(quota.group(2)));
        }
    }
}
