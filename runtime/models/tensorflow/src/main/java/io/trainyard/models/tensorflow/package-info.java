/**
 * Models of TensorFlow, trained and run from Java, in {@code @Stored} fields. Uses {@code io.trainyard.store} of the core.
 */
@NullMarked
package io.trainyard.models.tensorflow;

import org.jspecify.annotations.NullMarked;
