package io.trainyard.processor;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The day of the build, in UTC: that of {@code SOURCE_DATE_EPOCH} where it is set, else today. The one place of the
 * processor that looks at a clock or at the environment.
 *
 * @see <a href="https://reproducible-builds.org/specs/source-date-epoch/">The specification of SOURCE_DATE_EPOCH</a>
 */
final class BuildDay {

    /** The variable that builds are dated by which give the same bytes on every day. */
    static final String VARIABLE = "SOURCE_DATE_EPOCH";

    private BuildDay() {}

    /** The value of {@link #VARIABLE}, null where it is not set. */
    static @Nullable String epoch() {
        return System.getenv(VARIABLE);
    }

    /** Today. */
    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    /**
     * The day of a number of seconds since 1970.
     *
     * @throws IllegalArgumentException if it is none
     */
    static LocalDate of(String epoch) {
        long seconds = Long.parseLong(epoch);
        if (Math.abs(seconds) > 400_000_000_000L) {
            throw new IllegalArgumentException(epoch + " seconds are more than 12,000 years");
        }
        return LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }
}
