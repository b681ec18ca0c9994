/**
 * Writes a model down as Java. Cannot complain; the same model gives the same bytes. Each method that emits shows what it
 * emits in a comment. Uses {@code model} and the declarations in it.
 */
@NullMarked
package io.trainyard.processor.emit;

import org.jspecify.annotations.NullMarked;
