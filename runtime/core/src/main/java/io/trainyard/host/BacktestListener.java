package io.trainyard.host;

import java.time.Instant;

/** Told of what happens while a backtest runs, on its thread. */
public interface BacktestListener extends HostListener {

    /** Market time has come to {@code at}; called every few thousand slices, and at the end. */
    default void reached(Instant at) {}
}
