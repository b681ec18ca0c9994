/**
 * Hidden Markov models with Gaussian observations: fitted in a training ({@code GaussianHmm.trainer}), stored as a
 * record, asked in a handler for the regime of the moment ({@code GaussianHmm.filter}). Uses
 * {@code io.trainyard.learning}.
 */
@NullMarked
package io.trainyard.learning.hmm;

import org.jspecify.annotations.NullMarked;
