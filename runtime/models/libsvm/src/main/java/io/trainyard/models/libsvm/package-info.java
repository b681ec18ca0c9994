/**
 * Support vector machines of LIBSVM in {@code @Stored} fields. Uses {@code io.trainyard.store} of the core.
 */
@NullMarked
package io.trainyard.models.libsvm;

import org.jspecify.annotations.NullMarked;
