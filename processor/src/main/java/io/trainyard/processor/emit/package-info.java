/**
 * Writes a model down as Java. Cannot complain; the same model gives the same bytes. Each method that emits shows what it
 * emits in a comment. Uses {@code model} and the timetables of {@code io.trainyard.schedule.proof}.
 */
@NullMarked
package io.trainyard.processor.emit;

import org.jspecify.annotations.NullMarked;
