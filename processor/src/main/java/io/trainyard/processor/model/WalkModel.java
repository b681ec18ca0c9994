package io.trainyard.processor.model;

import io.trainyard.processor.problem.Place;
import java.time.Duration;

/**
 * The walk forward of a training.
 *
 * @param train from the start of a training window to its test
 * @param test how long a test is
 * @param step how far one test is from the next
 * @param anchored whether all training windows begin at the start
 * @param purge how far a label looks ahead, not negative
 * @param embargo how much further training and test are apart, not negative
 * @param testPlace where the length of a test stands
 */
public record WalkModel(
        WindowLength train,
        WindowLength test,
        WindowLength step,
        boolean anchored,
        Duration purge,
        Duration embargo,
        Place testPlace) {}
