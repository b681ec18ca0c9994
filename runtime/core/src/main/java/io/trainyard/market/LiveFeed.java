package io.trainyard.market;

/** Pushes what happens on a market to a host, as it happens. */
public interface LiveFeed extends AutoCloseable {

    /**
     * Starts; returns at once. Calls the sink from threads of its own, one call at a time, each call seeing what the one
     * before it did.
     *
     * @throws IllegalStateException if the feed was started before, or closed
     */
    void start(Sink sink);

    /**
     * Ends the feed and its threads in bounded time. After it returns the sink is not called any more. May be called
     * twice, from any thread, also from within a call of the sink, which is then the last one. A sink that blocks is
     * interrupted.
     */
    @Override
    void close();

    /**
     * Receives what happens. An exception that it throws ends the feed: a sink that wants to go on catches its own.
     *
     * <p>In virtual time, the clock that the host reads is moved by the sink, to {@link Slice#time()} and before anything
     * else is done with the slice. A feed never moves it: a slice that waits for its turn must not make the host late.
     */
    interface Sink {

        /** Bars that ended; later than those of the call before. May block: that is the back pressure. */
        void slice(Slice slice);

        /** The connection was lost, or never made, for {@code reason}. The feed tries again by itself. */
        void interrupted(String reason);

        /** The connection is there again. */
        void resumed();

        /** A recording is over; the last call. */
        void ended();
    }
}
