/**
 * Bars for tests: written down, walked at random from a seed, with gaps, splits, halts and bad ticks, on the real trading days
 * of a market; recordings of them, and of real feeds. Uses the core alone.
 */
@NullMarked
package io.trainyard.testkit.bars;

import org.jspecify.annotations.NullMarked;
