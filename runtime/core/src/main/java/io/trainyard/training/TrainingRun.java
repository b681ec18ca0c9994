package io.trainyard.training;

import java.time.Instant;

/**
 * A training that was due, and what became of it. A run that is tried again is several of these, one for each attempt.
 *
 * @param number counts the runs of a host, from 1
 * @param training the name of its method
 * @param due market time at which it was due
 * @param attempt counts the attempts at this occasion, from 1
 * @param settledAt market time at which it came to its end, and its model was in place if it made one
 * @param outcome what became of it
 */
public record TrainingRun(int number, String training, Instant due, int attempt, Instant settledAt, Outcome outcome) {}
