package io.trainyard.samples.tensorflownetwork;

/**
 * What a network said of the last open of some, and how well it did on all of them.
 *
 * @param open the price that it expected
 * @param deviation of its errors, in the unit of the price
 */
record Forecast(double open, double deviation) {}
