package io.trainyard.processor.check;

import io.trainyard.processor.problem.Problem;
import java.util.function.Consumer;

/**
 * Something that is demanded.
 *
 * @param <T> of what
 */
@FunctionalInterface
interface Rule<T> {

    /** Reports where the subject does not do what is demanded. */
    void check(T subject, Consumer<Problem> problems);
}
