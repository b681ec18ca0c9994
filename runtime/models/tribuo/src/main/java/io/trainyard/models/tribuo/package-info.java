/**
 * Models of Tribuo in {@code @Stored} fields. Uses {@code io.trainyard.store} of the core.
 */
@NullMarked
package io.trainyard.models.tribuo;

import org.jspecify.annotations.NullMarked;
