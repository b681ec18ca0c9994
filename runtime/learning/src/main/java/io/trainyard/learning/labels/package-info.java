/**
 * When to look at the market (events), what came of it (labels) and how much each answer counts (weights): methods of
 * M. López de Prado, Advances in Financial Machine Learning, Wiley 2018, chapters 2 to 4. Uses
 * {@code io.trainyard.learning}.
 */
@NullMarked
package io.trainyard.learning.labels;

import org.jspecify.annotations.NullMarked;
