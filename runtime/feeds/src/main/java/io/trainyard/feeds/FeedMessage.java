package io.trainyard.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What a server says. */
public sealed interface FeedMessage {

    /**
     * The first words of a server.
     *
     * @param time the server's time, empty if it does not say
     * @param heartbeat within what time the server says something, whatever happens; empty if it does not promise
     */
    record Hello(Optional<Instant> time, Optional<Duration> heartbeat) implements FeedMessage {}

    /**
     * A bar that has ended.
     *
     * @param bar of a symbol that was asked for
     */
    record BarEnded(io.trainyard.market.Bar bar) implements FeedMessage {}

    /** The server lives and has nothing to say. */
    record Heartbeat() implements FeedMessage {}

    /**
     * The server complains.
     *
     * @param text its words
     * @param fatal whether it does not go on with this connection
     */
    record Complaint(String text, boolean fatal) implements FeedMessage {}

    /** There are no more bars, and never will be: a recording is over. */
    record End() implements FeedMessage {}
}
