/**
 * Schedules as users declare them, in an annotation or on a command line: the words as typed, the one parser that tells
 * what they mean or what is wrong with them, and what was declared as typed values, which become schedules. Uses
 * {@code schedule}, {@code schedule.calendar}, the words of {@code io.trainyard} and the JDK.
 */
@NullMarked
package io.trainyard.schedule.declared;

import org.jspecify.annotations.NullMarked;
