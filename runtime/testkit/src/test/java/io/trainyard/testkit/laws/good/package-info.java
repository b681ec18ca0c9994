/** Small strategies without a fault, of every kind. */
@NullMarked
package io.trainyard.testkit.laws.good;

import org.jspecify.annotations.NullMarked;
