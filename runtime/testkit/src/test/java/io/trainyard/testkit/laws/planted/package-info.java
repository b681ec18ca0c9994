/** Small strategies with one fault each. */
@NullMarked
package io.trainyard.testkit.laws.planted;

import org.jspecify.annotations.NullMarked;
