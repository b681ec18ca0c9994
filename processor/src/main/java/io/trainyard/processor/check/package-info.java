/**
 * What is demanded of a strategy: one class for each rule, named by what it demands. Uses {@code source} where a rule is
 * about how something is declared, {@code model} where it is about what is meant, and {@code problem}.
 */
@NullMarked
package io.trainyard.processor.check;

import org.jspecify.annotations.NullMarked;
