/** Gradient boosting on triple-barrier labels, chosen and judged by a walk forward with purge and embargo. */
package io.trainyard.samples.boostedwalkforward;
