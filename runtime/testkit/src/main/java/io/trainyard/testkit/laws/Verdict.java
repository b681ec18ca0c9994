package io.trainyard.testkit.laws;

/** What came of trying a law. */
public sealed interface Verdict {

    /** The law. */
    Law law();

    /**
     * It was not seen to be broken.
     *
     * @param law the law
     * @param tried how it was tried
     */
    record Kept(Law law, String tried) implements Verdict {}

    /**
     * It is broken.
     *
     * @param law the law
     * @param story what was seen, the first difference first, and what to do about it
     */
    record Broken(Law law, String story) implements Verdict {}

    /**
     * It cannot be told, since another law is broken on which it rests.
     *
     * @param law the law
     * @param why which one
     */
    record Untold(Law law, String why) implements Verdict {}
}
