/** Tests of values. */
@NullMarked
package io.trainyard.processor.model;

import org.jspecify.annotations.NullMarked;
