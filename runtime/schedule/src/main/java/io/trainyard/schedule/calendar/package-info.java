/**
 * When markets are open: sessions of a date, regular and extended, for the markets that are built in and for any other
 * from its hours. Values only; nothing here reads a clock, and nothing reads a file but {@code MarketResources}, which finds
 * the hours of further markets on the class path. Uses the JDK alone.
 */
@NullMarked
package io.trainyard.schedule.calendar;

import org.jspecify.annotations.NullMarked;
