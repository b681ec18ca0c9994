/**
 * What happened on the market: bars, the feeds that bring them, and the history of what is known up to now and no
 * further. Uses {@code time}, the names of markets in {@code schedule}, and a log.
 */
@NullMarked
package io.trainyard.market;

import org.jspecify.annotations.NullMarked;
