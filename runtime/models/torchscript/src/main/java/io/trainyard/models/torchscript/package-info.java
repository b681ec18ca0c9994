/**
 * Networks in TorchScript files, run and trained on by PyTorch through DJL, in {@code @Stored} fields. Uses {@code io.trainyard.store} of the
 * core and {@code io.trainyard.models.djl}.
 */
@NullMarked
package io.trainyard.models.torchscript;

import org.jspecify.annotations.NullMarked;
