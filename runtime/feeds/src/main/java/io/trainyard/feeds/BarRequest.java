package io.trainyard.feeds;

import io.trainyard.market.Subscription;
import java.time.Instant;
import java.util.Optional;

/**
 * Bars that are asked for when a connection opens.
 *
 * @param subscription the symbol and the length of its bars
 * @param since bars that ended after this instant are wanted too; empty for the bars from now on
 */
public record BarRequest(Subscription subscription, Optional<Instant> since) {}
