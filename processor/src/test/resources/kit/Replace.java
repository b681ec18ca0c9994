package io.trainyard.testkit;

/** As in the test kit. */
public @interface Replace {}
