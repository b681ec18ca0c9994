/**
 * Reads what a user typed from the compiler's elements. It never judges, and it is the only room that walks
 * {@code javax.lang.model}. Uses {@code source}, the names and types of {@code model}, and {@code problem} for places.
 */
@NullMarked
package io.trainyard.processor.read;

import org.jspecify.annotations.NullMarked;
