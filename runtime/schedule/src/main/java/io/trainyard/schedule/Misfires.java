package io.trainyard.schedule;

import io.trainyard.Misfire;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What becomes of the instants of a schedule that passed while nobody looked: the process was down, or busy.
 *
 * @param policy which of them are made up for
 * @param maximalLateness those that are later than this are dropped, whatever the policy; zero or positive
 */
public record Misfires(Misfire policy, Duration maximalLateness) {

    /** Refuses a negative lateness. */
    public Misfires {
        if (maximalLateness.isNegative()) {
            throw new IllegalArgumentException("the maximal lateness is zero or positive, not " + maximalLateness);
        }
    }

    /** Nothing is made up for. */
    public static Misfires skip() {
        return new Misfires(Misfire.SKIP, Duration.ZERO);
    }

    /** The last missed instant is made up for, if it is not too late. */
    public static Misfires once(Duration maximalLateness) {
        return new Misfires(Misfire.ONCE, maximalLateness);
    }

    /** Every missed instant that is not too late is made up for. */
    public static Misfires all(Duration maximalLateness) {
        return new Misfires(Misfire.ALL, maximalLateness);
    }

    /**
     * The missed instants that are to be made up for at {@code now}.
     *
     * @param schedule bound to its deployment
     * @param handled up to when, included, the schedule was looked after; deployment if it never was
     * @param now an instant that falls on it exactly is not missed, but due
     * @return ascending; at most one with {@link Policy#ONCE}
     */
    public List<Instant> toMakeUp(Schedule schedule, Instant handled, Instant now) {
        if (policy == Misfire.SKIP || !handled.isBefore(now)) {
            return List.of();
        }
        boolean allRecent = Duration.between(handled, now).compareTo(maximalLateness) <= 0;
        Instant from = allRecent ? handled : now.minus(maximalLateness).minusNanos(1);
        List<Instant> missed = schedule.between(from, now.minusNanos(1));
        return policy == Misfire.ALL || missed.isEmpty() ? missed : List.of(missed.get(missed.size() - 1));
    }

    /** In plain words: {@code the last missed one is made up for within 6 hours}. */
    @Override
    public String toString() {
        return switch (policy) {
            case SKIP -> "missed ones are skipped";
            case ONCE -> "the last missed one is made up for within " + Words.length(maximalLateness);
            case ALL -> "all missed ones are made up for within " + Words.length(maximalLateness);
        };
    }
}
