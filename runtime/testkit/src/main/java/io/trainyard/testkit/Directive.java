package io.trainyard.testkit;

import java.time.Duration;

/** What a test says is to become of a run. */
sealed interface Directive {

    /** The method is called, and takes so long. */
    record Complete(Duration took) implements Directive {}

    /** The method is not called, and this is thrown in its place. */
    record Fail(Exception cause) implements Directive {}

    /** The method does not come to an end. */
    record Hang() implements Directive {}

    /** The process dies. */
    record Die() implements Directive {}

    /** The method is called, and takes no time. */
    Directive COMPLETE = new Complete(Duration.ZERO);
}
