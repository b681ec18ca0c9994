/**
 * A strategy as its user typed it: words and types, and the places where they stand. Nothing is parsed or judged yet.
 * Uses {@code problem} for places, and the raw
 * words of {@code io.trainyard.schedule.declared}.
 */
@NullMarked
package io.trainyard.processor.source;

import org.jspecify.annotations.NullMarked;
