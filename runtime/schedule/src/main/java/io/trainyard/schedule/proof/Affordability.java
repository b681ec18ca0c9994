package io.trainyard.schedule.proof;

import io.trainyard.Tier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a budget affords all trainings of a strategy, each taking as long as its limit lets it. */
public sealed interface Affordability {

    /**
     * It does; then it also does where runs take less.
     *
     * @param highest the highest level of the bucket
     * @param at when it first rose to it; empty if nothing is due
     */
    record Affordable(Duration highest, Optional<Instant> at) implements Affordability {}

    /**
     * It does not.
     *
     * @param training whose run would be refused first
     * @param level how full the bucket is by then
     * @param refused when runs would be refused, of any training, the first three
     * @param largestLimit the longest limit of this training, in whole seconds, with which nothing is refused while the
     *     others keep theirs; empty if there is none
     * @param largestForAll the longest limit, in whole seconds, with which nothing is refused if no training has a longer
     *     one; empty if there is none
     * @param smallestTier the smallest tier that affords all as declared; empty if none does
     */
    record Exceeded(
            String training,
            Duration level,
            List<Instant> refused,
            Optional<Duration> largestLimit,
            Optional<Duration> largestForAll,
            Optional<Tier> smallestTier)
            implements Affordability {}
}
