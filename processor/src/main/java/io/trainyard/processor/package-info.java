/**
 * The annotation processor of Trainyard: the hands that hold the compiler's rounds, its files and its messages. Uses
 * {@code read}, {@code resolve}, {@code check} and {@code emit}, and what they work on.
 */
@NullMarked
package io.trainyard.processor;

import org.jspecify.annotations.NullMarked;
