package io.trainyard.processor.resolve;

import io.trainyard.processor.problem.Code;
import io.trainyard.processor.problem.Place;
import io.trainyard.processor.problem.Problem;

/**
 * What became of a word.
 *
 * @param <T> what words of its kind mean
 */
sealed interface Parsed<T> {

    /**
     * The word means this.
     *
     * @param value never null
     */
    record Value<T>(T value) implements Parsed<T> {}

    /**
     * The word means nothing.
     *
     * @param code the kind of problem
     * @param what what is wrong with it
     * @param why the rule that it breaks
     * @param fix what to type instead, empty where nothing can be suggested rightly
     */
    record Broken<T>(Code code, String what, String why, String fix) implements Parsed<T> {

        /** The problem that this is where the word stands. */
        Problem at(Place place) {
            return new Problem(code, place, what, why, fix);
        }
    }
}
