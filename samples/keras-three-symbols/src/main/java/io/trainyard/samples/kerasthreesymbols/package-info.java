/** A network of Keras for each of three symbols, trained on its price changes every Monday. */
package io.trainyard.samples.kerasthreesymbols;
