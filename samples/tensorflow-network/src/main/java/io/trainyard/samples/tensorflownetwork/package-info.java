/** A small network of TensorFlow that is trained every Monday, an hour before the open. */
package io.trainyard.samples.tensorflownetwork;
