package io.trainyard.testkit;

/** As in the test kit. */
public final class StrategyDriver {}
