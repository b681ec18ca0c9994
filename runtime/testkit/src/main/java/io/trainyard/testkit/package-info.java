/**
 * Tests of strategies in virtual time, on JUnit 5 and AssertJ: drivers, what they tell, and assertions. Uses the core; no
 * part of a strategy's release knows it.
 */
@NullMarked
package io.trainyard.testkit;

import org.jspecify.annotations.NullMarked;
