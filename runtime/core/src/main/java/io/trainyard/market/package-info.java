/**
 * What happened on the market: bars, the feeds that bring them, and the history of what is known up to now and no
 * further. Uses {@code time}, and the names of markets in {@code schedule}.
 */
@NullMarked
package io.trainyard.market;

import org.jspecify.annotations.NullMarked;
