/** What things cost, beside the physical limit and the peers in one run. Never part of a release. */
@NullMarked
package io.trainyard.benchmarks;

import org.jspecify.annotations.NullMarked;
