/**
 * Boosters of LightGBM in {@code @Stored} fields. Uses {@code io.trainyard.store} of the core.
 */
@NullMarked
package io.trainyard.models.lightgbm;

import org.jspecify.annotations.NullMarked;
