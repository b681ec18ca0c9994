package io.trainyard.feeds;

/** What happens to a connection, on its way to the thread of the feed. */
sealed interface FeedEvent {

    /** To which connection. */
    Connection connection();

    /** It is open. */
    record Opened(Connection connection) implements FeedEvent {}

    /** A whole text message has come. */
    record Message(Connection connection, String text) implements FeedEvent {}

    /** A whole message has come that cannot be read, for {@code reason}. */
    record Unreadable(Connection connection, String reason) implements FeedEvent {}

    /** A ping or a pong: somebody lives. */
    record SignOfLife(Connection connection) implements FeedEvent {}

    /** It is over, or was never made. */
    record Lost(Connection connection, String reason) implements FeedEvent {}
}
