/**
 * What a flight recording of the JVM shows of trainings: {@code jfr print --categories Trainyard}, or Mission Control. One
 * event for each due occasion, run, publication and refusal, in both modes. While nothing is recorded they cost next to nothing. Uses
 * the JDK alone, of it the module {@code jdk.jfr}: a runtime image made with {@code jlink} must contain it.
 *
 * <p>Events have no stack traces, and are enabled unless the settings of a recording say otherwise. Market times are milliseconds since
 * 1970-01-01T00:00Z on the clock of the strategy; the time and the duration of an event are those of the machine.
 */
@NullMarked
package io.trainyard.training.flight;

import org.jspecify.annotations.NullMarked;
