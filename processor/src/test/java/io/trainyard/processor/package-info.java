/** Tests of the processor as a compiler runs it. */
@NullMarked
package io.trainyard.processor;

import org.jspecify.annotations.NullMarked;
