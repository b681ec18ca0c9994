package io.trainyard.processor.model;

import io.trainyard.Resolution;
import io.trainyard.processor.problem.Place;

/**
 * A subscription.
 *
 * @param symbol the ticker
 * @param resolution the length of one bar
 * @param place where the symbol stands
 */
public record SubscriptionModel(String symbol, Resolution resolution, Place place) {}
