/** Trainings beside handlers, without a flag that says so. */
package io.trainyard.samples.noflag;
