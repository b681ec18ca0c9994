package io.trainyard.learning;

import java.time.Instant;

/**
 * The time that a sample is about: from when its features were known to when its label was. Both ends belong to it.
 *
 * @param start when the sample's decision would be made
 * @param end when its label is known; not before {@code start}
 */
public record Span(Instant start, Instant end) {

    /**
     * Checks the order.
     *
     * @throws UnfitDataException if it ends before it starts
     */
    public Span {
        if (end.isBefore(start)) {
            throw new UnfitDataException(
                    "a span from " + start + " to " + end,
                    "a label cannot be known before the decision that it judges.",
                    "give the earlier instant first.");
        }
    }

    /** Whether the two have an instant in common. */
    public boolean overlaps(Span other) {
        return !start.isAfter(other.end) && !other.start.isAfter(end);
    }
}
