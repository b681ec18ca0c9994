/** A support-vector machine that says whether the next close is higher, and the scaling that belongs to it. */
package io.trainyard.samples.svmdirection;
