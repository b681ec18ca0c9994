/** Strategies as users write them, compiled with the processor and run for real. */
@NullMarked
package io.trainyard.endtoend;

import org.jspecify.annotations.NullMarked;
