/**
 * What can be wrong with a strategy, as values: a code, a place in the source, and the words that say what, why and what
 * to type instead. Uses nothing of the processor; elements and annotations are opaque places here.
 */
@NullMarked
package io.trainyard.processor.problem;

import org.jspecify.annotations.NullMarked;
