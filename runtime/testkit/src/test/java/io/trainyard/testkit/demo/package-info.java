/** Strategies that the kit's own tests drive, written as users write theirs: without annotations for null. */
package io.trainyard.testkit.demo;
