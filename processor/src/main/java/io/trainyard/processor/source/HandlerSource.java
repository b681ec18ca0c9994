package io.trainyard.processor.source;

import io.trainyard.processor.problem.Place;

/**
 * A handler of market data.
 *
 * @param method its method
 * @param always whether it is called although models are not ready
 * @param annotation where its annotation stands
 */
public record HandlerSource(MethodSource method, boolean always, Place annotation) {}
