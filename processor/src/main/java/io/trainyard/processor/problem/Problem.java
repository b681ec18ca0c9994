package io.trainyard.processor.problem;

/**
 * One mistake.
 *
 * @param code its kind
 * @param place where it was typed
 * @param what what was typed and what is wrong with it, one sentence
 * @param why the rule that it breaks, one sentence
 * @param fix what to type instead; empty where nothing can be suggested rightly
 */
public record Problem(Code code, Place place, String what, String why, String fix) {

    /** The same elsewhere. */
    public Problem at(Place other) {
        return new Problem(code, other, what, why, fix);
    }
}
