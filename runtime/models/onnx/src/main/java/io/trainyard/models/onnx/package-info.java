/**
 * Models in ONNX files, run by ONNX Runtime, in {@code @Stored} fields. Uses {@code io.trainyard.store} of the core.
 */
@NullMarked
package io.trainyard.models.onnx;

import org.jspecify.annotations.NullMarked;
