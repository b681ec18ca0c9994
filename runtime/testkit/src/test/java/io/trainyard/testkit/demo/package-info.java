/** Strategies that the kit's own tests drive. */
@org.jspecify.annotations.NullMarked
package io.trainyard.testkit.demo;
