/**
 * Laws that every strategy should obey, tried on one's own: {@link StrategyLaws} on a test class is all that it takes. Uses
 * {@code bars} and the core.
 */
@NullMarked
package io.trainyard.testkit.laws;

import org.jspecify.annotations.NullMarked;
