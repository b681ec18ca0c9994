package io.trainyard.processor.model;

import io.trainyard.Resolution;
import io.trainyard.processor.problem.Place;
import io.trainyard.schedule.declared.Market;

/**
 * A subscription.
 *
 * @param symbol the ticker
 * @param resolution the length of one bar
 * @param market where it trades
 * @param marketStated whether that is typed, else taken for granted
 * @param place where the symbol stands
 */
public record SubscriptionModel(
        String symbol, Resolution resolution, Market market, boolean marketStated, Place place) {}
