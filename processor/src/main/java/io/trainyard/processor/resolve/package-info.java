/**
 * Turns words into values, each word once. A word that cannot be parsed becomes a problem and a harmless stand-in, so
 * that one compilation shows all mistakes. Uses {@code source}, {@code model} and {@code problem}, and
 * for schedules the parser in {@code io.trainyard.schedule.declared}, which the command line uses too.
 */
@NullMarked
package io.trainyard.processor.resolve;

import org.jspecify.annotations.NullMarked;
