package io.trainyard.learning.bars;

import io.trainyard.learning.Samples;
import io.trainyard.learning.UnfitDataException;

/**
 * How bars by imbalance learn what to expect. The book's rule can run away, to bars of one trade or to bars without
 * end; the bounds keep it from doing so, and are an addition to it.
 *
 * @param measure what counts
 * @param expectedTicks how many trades a bar is expected to have before any is known; as many are seen before the first
 *     bar ends
 * @param barSpan how many bars the expectation of their trades looks back over, exponentially weighted
 * @param tickSpan how many trades the expectation of their imbalance looks back over, exponentially weighted
 * @param leastTicks no bar has fewer trades
 * @param mostTicks no bar is expected to have more trades
 */
public record Imbalance(Measure measure, int expectedTicks, int barSpan, int tickSpan, int leastTicks, int mostTicks) {

    /**
     * Checks the numbers.
     *
     * @throws UnfitDataException if one is below 1, or {@code expectedTicks} not between the bounds
     */
    public Imbalance {
        Samples.atLeast(barSpan, "barSpan", 1);
        Samples.atLeast(tickSpan, "tickSpan", 1);
        Samples.atLeast(leastTicks, "leastTicks", 1);
        if (expectedTicks < leastTicks || expectedTicks > mostTicks) {
            throw new UnfitDataException(
                    "expectedTicks = " + expectedTicks,
                    "bars are expected to have from " + leastTicks + " to " + mostTicks + " trades.",
                    "give a number between the bounds.");
        }
    }

    /**
     * With expectations over the last 20 bars and the trades of about as many, and a tenth and the tenfold of the
     * expected trades as bounds.
     *
     * @throws UnfitDataException if {@code expectedTicks} is below 1
     */
    public static Imbalance of(Measure measure, int expectedTicks) {
        Samples.atLeast(expectedTicks, "expectedTicks", 1);
        return new Imbalance(
                measure,
                expectedTicks,
                20,
                Math.multiplyExact(20, expectedTicks),
                Math.max(1, expectedTicks / 10),
                Math.multiplyExact(10, expectedTicks));
    }
}
