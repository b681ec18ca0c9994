package io.trainyard.feeds;

import java.util.List;

/**
 * The words that are exchanged with a server of bars: {@link TrainyardProtocol}, or a broker's. Called from one thread at a
 * time; an instance serves one feed.
 */
public interface BarProtocol {

    /**
     * The text messages to send as soon as a connection is open: who we are, if the server wants to know, and what we want. A
     * server that keeps bars is asked for those that ended after {@code since} of each request.
     */
    List<String> opening(List<BarRequest> wanted);

    /**
     * What a text message says, in its order; empty if it says nothing of interest.
     *
     * @throws BadMessageException if the message cannot be understood; the connection is kept
     */
    List<FeedMessage> decode(String text) throws BadMessageException;
}
