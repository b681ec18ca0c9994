package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;

/**
 * The walk forward of a training.
 *
 * @param train from the start of a training window to its test
 * @param test how long a test is
 * @param step how far one test is from the next; empty for as long as a test
 * @param anchored whether all training windows begin at the start
 * @param purge how far a label looks ahead
 * @param embargo how much further training and test are apart; empty for not at all
 * @param place where it stands
 */
public record WalkSource(Word train, Word test, Word step, boolean anchored, Word purge, Word embargo, Place place) {}
