package io.trainyard.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How much history of a key is kept. The current version and pinned ones always are.
 *
 * @param versions how many versions stay, the newest ones, the current one and candidates included
 * @param age how long ago, on the market clock, the others may have been saved; null for any time
 */
public record Retention(int versions, @Nullable Duration age) {

    /**
     * Checks that neither is negative.
     *
     * @throws IllegalArgumentException if one is
     */
    public Retention {
        if (versions < 0 || (age != null && age.isNegative())) {
            throw new IllegalArgumentException(
                    "a retention of " + versions + " versions" + (age == null ? "" : " and " + age)
                            + " is negative: say how much stays, such as Retention.ofVersions(10)");
        }
    }

    /** The newest {@code count} versions. */
    public static Retention ofVersions(int count) {
        return new Retention(count, null);
    }

    /** Versions that were saved at most this long ago. */
    public static Retention ofAge(Duration age) {
        return new Retention(Integer.MAX_VALUE, age);
    }
}
