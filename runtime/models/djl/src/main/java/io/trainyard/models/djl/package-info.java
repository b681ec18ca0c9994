/**
 * Networks of DJL, which run on PyTorch or another of its engines, in {@code @Stored} fields. Uses {@code io.trainyard.store} of the
 * core.
 */
@NullMarked
package io.trainyard.models.djl;

import org.jspecify.annotations.NullMarked;
