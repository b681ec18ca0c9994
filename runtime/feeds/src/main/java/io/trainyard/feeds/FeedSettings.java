package io.trainyard.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;

/**
 * How a WebSocket feed behaves. Begin with {@link #defaults()} and change what you need.
 *
 * @param connectTimeout how long an attempt to connect may take; 10 s
 * @param silence how long a connection may be silent before it is given up; after a third of that the feed pings, and a
 *     pong is a sign of life; 15 s. Where the server's hello promises heartbeats, it is also given up when none came for three of them
 * @param grace how long a slice waits for the bars of the other symbols after its first bar; 250 ms
 * @param firstWait the wait after the first failure to connect, doubled with each further one; 500 ms
 * @param longestWait the longest such wait; 30 s
 * @param window how many messages may be on their way to the host; 256
 * @param longestMessage the most characters that a message may have; 1,048,576
 * @param badInARow so many unreadable messages without a readable one end a connection; 20
 * @param since bars that ended after this instant are asked for at the first connection; empty for those from now on
 * @param headers sent with the request to connect, such as {@code Authorization}; none
 * @param tls the keys and trusted certificates for {@code wss:}; empty for those of the JDK
 */
public record FeedSettings(
        Duration connectTimeout,
        Duration silence,
        Duration grace,
        Duration firstWait,
        Duration longestWait,
        int window,
        int longestMessage,
        int badInARow,
        Optional<Instant> since,
        Map<String, String> headers,
        Optional<SSLContext> tls) {

    private static final FeedSettings DEFAULTS = new FeedSettings(
            Duration.ofSeconds(10),
            Duration.ofSeconds(15),
            Duration.ofMillis(250),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            256,
            1 << 20,
            20,
            Optional.empty(),
            Map.of(),
            Optional.empty());

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if a duration or a number is not positive, or the longest wait is shorter than the first
     */
    public FeedSettings {
        positive(connectTimeout, "connectTimeout");
        positive(silence, "silence");
        positive(grace, "grace");
        positive(firstWait, "firstWait");
        if (longestWait.compareTo(firstWait) < 0) {
            throw new IllegalArgumentException(
                    "longestWait is at least firstWait, " + firstWait + ", not " + longestWait);
        }
        if (window < 1 || longestMessage < 1 || badInARow < 1) {
            throw new IllegalArgumentException("window, longestMessage and badInARow are positive, not " + window + ", "
                    + longestMessage + ", " + badInARow);
        }
        headers = Map.copyOf(headers);
    }

    /** The settings that the description of each names. */
    public static FeedSettings defaults() {
        return DEFAULTS;
    }

    /** With another limit of an attempt to connect. */
    public FeedSettings withConnectTimeout(Duration timeout) {
        return new FeedSettings(
                timeout,
                silence,
                grace,
                firstWait,
                longestWait,
                window,
                longestMessage,
                badInARow,
                since,
                headers,
                tls);
    }

    /** With another limit of silence. */
    public FeedSettings withSilence(Duration limit) {
        return new FeedSettings(
                connectTimeout,
                limit,
                grace,
                firstWait,
                longestWait,
                window,
                longestMessage,
                badInARow,
                since,
                headers,
                tls);
    }

    /** With another wait for the other symbols of a slice. */
    public FeedSettings withGrace(Duration wait) {
        return new FeedSettings(
                connectTimeout,
                silence,
                wait,
                firstWait,
                longestWait,
                window,
                longestMessage,
                badInARow,
                since,
                headers,
                tls);
    }

    /** With other waits between attempts to connect. */
    public FeedSettings withWaits(Duration first, Duration longest) {
        return new FeedSettings(
                connectTimeout, silence, grace, first, longest, window, longestMessage, badInARow, since, headers, tls);
    }

    /** With another number of messages on their way. */
    public FeedSettings withWindow(int messages) {
        return new FeedSettings(
                connectTimeout,
                silence,
                grace,
                firstWait,
                longestWait,
                messages,
                longestMessage,
                badInARow,
                since,
                headers,
                tls);
    }

    /** With another limit of a message. */
    public FeedSettings withLongestMessage(int characters) {
        return new FeedSettings(
                connectTimeout,
                silence,
                grace,
                firstWait,
                longestWait,
                window,
                characters,
                badInARow,
                since,
                headers,
                tls);
    }

    /** With another limit of unreadable messages. */
    public FeedSettings withBadInARow(int messages) {
        return new FeedSettings(
                connectTimeout,
                silence,
                grace,
                firstWait,
                longestWait,
                window,
                longestMessage,
                messages,
                since,
                headers,
                tls);
    }

    /** Asks at the first connection for the bars that ended after {@code instant}, such as the last slice of an earlier run. */
    public FeedSettings withSince(Instant instant) {
        return new FeedSettings(
                connectTimeout,
                silence,
                grace,
                firstWait,
                longestWait,
                window,
                longestMessage,
                badInARow,
                Optional.of(instant),
                headers,
                tls);
    }

    /** With one more header of the request to connect. */
    public FeedSettings withHeader(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new FeedSettings(
                connectTimeout,
                silence,
                grace,
                firstWait,
                longestWait,
                window,
                longestMessage,
                badInARow,
                since,
                more,
                tls);
    }

    /** With other keys and trusted certificates. */
    public FeedSettings withTls(SSLContext context) {
        return new FeedSettings(
                connectTimeout,
                silence,
                grace,
                firstWait,
                longestWait,
                window,
                longestMessage,
                badInARow,
                since,
                headers,
                Optional.of(context));
    }

    /** Without the values of headers, which may be secrets. */
    @Override
    public String toString() {
        return "FeedSettings[connectTimeout=" + connectTimeout + ", silence=" + silence + ", grace=" + grace
                + ", waits="
                + firstWait + ".." + longestWait + ", window=" + window + ", longestMessage=" + longestMessage
                + ", badInARow=" + badInARow + ", since="
                + since.map(Instant::toString).orElse("now") + ", headers="
                + headers.keySet() + "]";
    }

    private static void positive(Duration duration, String name) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " is positive, not " + duration);
        }
    }
}
