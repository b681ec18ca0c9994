/** A small network of PyTorch that is trained every day, an hour before the open. */
package io.trainyard.samples.pytorchnetwork;
