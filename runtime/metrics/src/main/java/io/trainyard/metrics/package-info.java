/**
 * Metrics of strategies for Micrometer: {@link io.trainyard.metrics.StrategyMetrics} listens to a strategy and registers its meters.
 * Uses {@code host} and {@code training} of the core, and Micrometer. What each meter tells is listed in the module's README.
 */
@NullMarked
package io.trainyard.metrics;

import org.jspecify.annotations.NullMarked;
