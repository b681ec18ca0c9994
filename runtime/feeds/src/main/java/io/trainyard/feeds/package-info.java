/**
 * Live bars over a WebSocket: the feed of {@code ws:} and {@code wss:} addresses, Trainyard's open protocol
 * ({@link io.trainyard.feeds.TrainyardProtocol}), and the door for a broker's own format
 * ({@link io.trainyard.feeds.BarProtocol}). Uses {@code io.trainyard.market} and {@code io.trainyard.time} of the core, the
 * JDK's WebSocket client, Jackson for JSON.
 */
@NullMarked
package io.trainyard.feeds;

import org.jspecify.annotations.NullMarked;
