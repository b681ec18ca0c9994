/**
 * What can be said about a strategy's schedules before it runs: whether they ever fire, fire into a session, meet a clock
 * change, get in each other's way or ask for more training than the budget holds; and the timetable of the time ahead.
 * The instants come from the schedules and the refusals from the bucket that the runtime uses, nothing is computed twice.
 * Values and pure functions; uses {@code schedule}, {@code schedule.calendar}, the words of {@code io.trainyard} and the
 * JDK.
 */
@NullMarked
package io.trainyard.schedule.proof;

import org.jspecify.annotations.NullMarked;
