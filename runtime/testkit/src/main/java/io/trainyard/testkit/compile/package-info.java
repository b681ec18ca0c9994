/**
 * Sources under the compiler, for teams that write annotations or rules of their own: what {@code javac} and the processors say
 * of a source, against what the source announces. Uses the JDK's compiler alone.
 */
@NullMarked
package io.trainyard.testkit.compile;

import org.jspecify.annotations.NullMarked;
