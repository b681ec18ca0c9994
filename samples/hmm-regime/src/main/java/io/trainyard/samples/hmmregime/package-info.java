/** Holds the market while it is calm, as a Gaussian hidden Markov model sees it. */
package io.trainyard.samples.hmmregime;
