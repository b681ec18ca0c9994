package io.trainyard.store;

import io.trainyard.Plan;
import java.util.Locale;

/**
 * What a store may hold. The current value of each key counts, one object and its bytes; a value that replaces another
 * counts the difference. Older versions and candidates are history: they take what the current values leave of
 * {@code maxBytes}, and the oldest go first when it is needed. What is pinned never goes: pinned history counts like a
 * current value.
 *
 * @param maxBytes the most bytes of the current values and of pinned history together
 * @param maxObjects the most keys that have a version
 */
public record Quota(long maxBytes, int maxObjects) {

    /**
     * Checks that neither is negative.
     *
     * @throws IllegalArgumentException if one is
     */
    public Quota {
        if (maxBytes < 0 || maxObjects < 0) {
            throw new IllegalArgumentException("a quota of " + maxBytes + " bytes in " + maxObjects
                    + " objects is negative; say how much may be stored, such as Quota.of(Plan.FREE)");
        }
    }

    /** The quota of a plan. */
    public static Quota of(Plan plan) {
        return new Quota(plan.maxBytes(), plan.maxObjects());
    }

    /** For example {@code 5,242,880 bytes in 100 objects}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,d bytes in %,d objects", maxBytes, maxObjects);
    }
}
