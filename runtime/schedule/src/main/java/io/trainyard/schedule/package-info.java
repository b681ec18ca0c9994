/**
 * When trainings are due and whether they can be afforded: rules, schedules and budgets. Values and pure functions only:
 * time is always an argument, nothing here reads a clock, a file or the default time zone. The processor proves
 * schedules with the same code that the runtime fires them with. Uses {@code schedule.calendar}, the words of
 * {@code io.trainyard} and the JDK.
 */
@NullMarked
package io.trainyard.schedule;

import org.jspecify.annotations.NullMarked;
