/**
 * Orders, fills, fees, holdings and what became of the money: enough to trade a backtest honestly. Uses {@code market}
 * and {@code time}.
 */
@NullMarked
package io.trainyard.portfolio;

import org.jspecify.annotations.NullMarked;
