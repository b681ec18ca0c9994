/**
 * Splits of samples into those to train on and those to test on, such that no label of a training sample reaches into
 * the test: purged, with an embargo. They know samples by their {@code Span} alone. Uses {@code io.trainyard.learning}.
 */
@NullMarked
package io.trainyard.learning.splits;

import org.jspecify.annotations.NullMarked;
