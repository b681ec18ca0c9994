/**
 * Bars made from trades, by time and by activity: ticks, volume, value, imbalance (M. López de Prado, Advances in
 * Financial Machine Learning, Wiley 2018, section 2.3). Uses {@code io.trainyard.learning} and
 * {@code io.trainyard.market}.
 */
@NullMarked
package io.trainyard.learning.bars;

import org.jspecify.annotations.NullMarked;
