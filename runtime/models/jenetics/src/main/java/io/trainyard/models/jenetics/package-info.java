/**
 * Genotypes of Jenetics, what an evolution came to, in {@code @Stored} fields. Uses {@code io.trainyard.store} of the core.
 */
@NullMarked
package io.trainyard.models.jenetics;

import org.jspecify.annotations.NullMarked;
