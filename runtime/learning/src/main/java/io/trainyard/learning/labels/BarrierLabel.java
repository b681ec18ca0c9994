package io.trainyard.learning.labels;

import io.trainyard.learning.Span;

/**
 * What came of one event.
 *
 * @param event the index of the value at which the decision would be made
 * @param end the index of the value at which the outcome was known
 * @param span when these were
 * @param touched the barrier that was met first
 * @param gain the relative change of the price from {@code event} to {@code end}, times the side of the bet
 * @param label 1, 0 or -1, as {@link TripleBarrier} says
 */
public record BarrierLabel(int event, int end, Span span, Barrier touched, double gain, int label) {}
