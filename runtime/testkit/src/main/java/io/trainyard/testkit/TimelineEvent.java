package io.trainyard.testkit;

import java.time.Instant;

/**
 * Something that happened to a strategy under test.
 *
 * @param at market time
 * @param kind what it was
 * @param subject what it happened to: a training, a key, a symbol; may be empty
 * @param text how, and why, in words; may be empty
 */
public record TimelineEvent(Instant at, Kind kind, String subject, String text) {

    /** What can happen. */
    public enum Kind {
        /** The strategy was deployed, and models were restored. */
        DEPLOYED("deployed"),
        /** Bars came. */
        SLICE("slice"),
        /** A training began. */
        STARTED("started"),
        /** A training came to its end, and its model is in place. */
        TRAINED("trained"),
        /** A training was not run, because something did not afford it. */
        DENIED("denied"),
        /** A training failed, or what it made could not be kept. */
        FAILED("failed"),
        /** A training ran longer than it may. */
        OVER_LIMIT("over limit"),
        /** A training was cancelled. */
        CANCELLED("cancelled"),
        /** A training was due and not run, because it was not its turn. */
        SKIPPED("skipped"),
        /** A training made a model that its gate refused. */
        NOT_PROMOTED("held back"),
        /** A training is not run any more until somebody resumes it. */
        PAUSED("paused"),
        /** A model has become stale, or expired. */
        AGED("aged"),
        /** A model that another process has committed is in place. */
        REFRESHED("refreshed"),
        /** An order was placed. */
        ORDERED("ordered"),
        /** An order was filled. */
        FILLED("filled"),
        /** An order was refused. */
        REJECTED("rejected"),
        /** An order was taken back. */
        CANCELED("canceled"),
        /** The test said what is to become of something. */
        TOLD("test says"),
        /** The process stopped. */
        STOPPED("stopped"),
        /** The process died. */
        CRASHED("crashed");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** In a word or two. */
        public String word() {
            return word;
        }
    }
}
