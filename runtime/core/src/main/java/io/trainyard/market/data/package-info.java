/** Readers of market data that others wrote. Uses {@code market} and {@code schedule}. */
@NullMarked
package io.trainyard.market.data;

import org.jspecify.annotations.NullMarked;
