/**
 * Boosters of XGBoost in {@code @Stored} fields. Uses {@code io.trainyard.store} of the core.
 */
@NullMarked
package io.trainyard.models.xgboost;

import org.jspecify.annotations.NullMarked;
