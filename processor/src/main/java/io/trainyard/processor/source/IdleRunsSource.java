package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;

/**
 * Rules for runs on a method that is no training.
 *
 * @param method its name
 * @param place where the annotation stands
 */
public record IdleRunsSource(String method, Place place) {}
