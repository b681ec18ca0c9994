/**
 * What is demanded of a strategy: one class for each rule, named by what it demands. Uses {@code source} where a rule is
 * about how something is declared, {@code model} where it is about what is meant, {@code problem}, and the proofs of
 * {@code io.trainyard.schedule.proof}.
 */
@NullMarked
package io.trainyard.processor.check;

import org.jspecify.annotations.NullMarked;
