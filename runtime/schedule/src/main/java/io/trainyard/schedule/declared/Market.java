package io.trainyard.schedule.declared;

import io.trainyard.schedule.calendar.TradingCalendar;

/**
 * A market by its name.
 *
 * @param name its name: {@code us-equity}
 * @param builtIn whether it comes with Trainyard
 * @param calendar its days and hours
 */
public record Market(String name, boolean builtIn, TradingCalendar calendar) {}
