/**
 * Hosts of strategies: they choose a clock, a feed, a lane and a store, and turn the loop of events. Uses every other
 * package of the runtime; none uses it.
 */
@NullMarked
package io.trainyard.host;

import org.jspecify.annotations.NullMarked;
