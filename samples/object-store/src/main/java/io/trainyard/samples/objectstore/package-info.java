/** What one run keeps by hand and another one reads. */
package io.trainyard.samples.objectstore;
