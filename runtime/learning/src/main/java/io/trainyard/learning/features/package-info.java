/**
 * Numbers that describe a stretch of a time series: features with tsfresh's names and definitions, the choice of the
 * relevant ones, and fractional differences. Uses {@code io.trainyard.learning}, {@code io.trainyard.market} for bars,
 * and Apache Commons Math and Statistics.
 */
@NullMarked
package io.trainyard.learning.features;

import org.jspecify.annotations.NullMarked;
