package io.trainyard.training;

import java.time.Instant;

/**
 * A training that was due, and what became of it.
 *
 * @param number counts the runs of a host, from 1
 * @param training the name of its method
 * @param due market time at which it was due
 * @param outcome what became of it
 */
public record TrainingRun(int number, String training, Instant due, Outcome outcome) {}
