/** Tables of words and what they mean. */
@NullMarked
package io.trainyard.processor.resolve;

import org.jspecify.annotations.NullMarked;
