package io.trainyard.processor.source;

import io.trainyard.Resolution;

/**
 * A subscription.
 *
 * @param symbol its symbol
 * @param resolution the length of one bar
 * @param market the name of its market
 * @param marketStated whether that is typed, else the default
 */
public record SubscribeSource(Word symbol, Resolution resolution, Word market, boolean marketStated) {}
