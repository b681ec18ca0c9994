/**
 * Networks out of {@code .keras} files of Keras 3, as networks of DJL, in {@code @Stored} fields. A file is data here: nothing in it is run.
 * Uses {@code io.trainyard.store} of the core, {@code io.trainyard.models.djl}, DJL, jHDF and Jackson.
 */
@NullMarked
package io.trainyard.models.keras;

import org.jspecify.annotations.NullMarked;
