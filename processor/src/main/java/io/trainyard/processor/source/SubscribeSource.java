package io.trainyard.processor.source;

import io.trainyard.Resolution;

/**
 * A subscription.
 *
 * @param symbol its symbol
 * @param resolution the length of one bar
 */
public record SubscribeSource(Word symbol, Resolution resolution) {}
