package io.trainyard.testkit.laws;

/** Tries one law. */
interface Trial {

    Verdict of(Subject subject);
}
