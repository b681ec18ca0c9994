/**
 * What this field needs and the JVM lacks, for trainings to call: hidden Markov models ({@code hmm}), features of time
 * series ({@code features}), events, labels and weights of samples ({@code labels}), splits that do not leak
 * ({@code splits}), and bars by activity ({@code bars}). Here is what the rooms share: series, spans and the wording of
 * refusals. They use this one, and not each other. Nothing here reads a clock, keeps state that others see or starts a
 * thread. Uses {@code io.trainyard.market} of the core, for bars.
 */
@NullMarked
package io.trainyard.learning;

import org.jspecify.annotations.NullMarked;
