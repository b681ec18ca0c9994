/**
 * What time it is: the market's time, which stands still while a backtest trains, and the machine's, which does not.
 * The only package of the runtime that may read a clock of the machine. Uses nothing but the JDK and a log.
 */
@NullMarked
package io.trainyard.time;

import org.jspecify.annotations.NullMarked;
