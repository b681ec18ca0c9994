package io.trainyard.training;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An attempt that has not come to its end.
 *
 * @param run which one
 * @param atWork whether a thread is at it; if not it waits for one, or its model is on its way
 * @param fraction how far it is by its own word, from 0 to 1; null if it said nothing
 * @param text what it is at by its own word; null if it said nothing
 * @param took machine time since its thread took it up
 * @param remaining machine time until its limit
 */
public record RunningTraining(
        StartedRun run,
        boolean atWork,
        @Nullable Double fraction,
        @Nullable String text,
        Duration took,
        Duration remaining) {}
