package io.trainyard.feeds;

import io.trainyard.market.FeedThread;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.Subscription;
import io.trainyard.time.Waiter;
import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * Live bars over a WebSocket. Set up first, then started.
 *
 * <ul>
 *   <li><b>Slices.</b> Bars that end together become one slice. It goes to the sink when every subscription has its bar, when a
 *       bar of a later time comes, or when {@linkplain FeedSettings#grace() its grace} is over. A bar that comes after that is
 *       dropped; so are duplicates and bars older than the last one of their symbol. All are counted ({@link #counts()}) and
 *       logged: the first, the second, the fourth and so on.
 *   <li><b>Lost connections.</b> The sink hears {@code interrupted} once, with the reason; the feed tries again and again, with
 *       waits that grow up to a ceiling, subscribes anew and asks for the bars since the last slice, so that none is lost where
 *       the server keeps them. At the first sign of life the sink hears {@code resumed}. A slice that waits for bars when the
 *       connection is lost waits for the next connection.
 *   <li><b>Silence.</b> A connection on which nothing comes, not even an answer to a ping, is given up.
 *   <li><b>Bad messages</b> are logged and counted, and the connection is kept; after {@linkplain FeedSettings#badInARow() too
 *       many} in a row it is given up as if it were lost, with the reason.
 *   <li><b>Slow hosts.</b> The sink may block. Then no more than {@linkplain FeedSettings#window() a window} of messages is
 *       taken from the connection, and the server has to wait. The time for which the sink blocks counts as no silence. A
 *       server that does not wait so long is connected to anew afterwards.
 * </ul>
 */
public final class WebSocketFeed implements LiveFeed {

    private final URI uri;
    private final List<Subscription> subscriptions;
    private final String name;
    private final FeedThread thread;
    private final FeedTally tally = new FeedTally();
    private FeedSettings settings = FeedSettings.defaults();
    private BarProtocol protocol = new TrainyardProtocol();
    private Waiter waiter = Waiter.system();
    private RandomGenerator random = new Random();

    private WebSocketFeed(URI uri, List<Subscription> subscriptions) {
        this.uri = uri;
        this.subscriptions = List.copyOf(subscriptions);
        this.name = "trainyard-feed-" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
        this.thread = new FeedThread(name);
    }

    /**
     * A feed from a server.
     *
     * @param uri {@code ws://} or {@code wss://}
     * @param subscriptions one or more, each of another symbol; slices list their bars in this order
     * @throws IllegalArgumentException if the address is none of a WebSocket, there is no subscription, or two are of one
     *     symbol
     */
    public static WebSocketFeed from(URI uri, List<Subscription> subscriptions) {
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !("ws".equalsIgnoreCase(scheme) || "wss".equalsIgnoreCase(scheme))) {
            throw new IllegalArgumentException("a WebSocket has an address like wss://host/path, not " + uri);
        }
        long symbols =
                subscriptions.stream().map(Subscription::symbol).distinct().count();
        if (symbols == 0 || symbols < subscriptions.size()) {
            throw new IllegalArgumentException("a feed has one subscription of a symbol, not " + subscriptions);
        }
        return new WebSocketFeed(uri, subscriptions);
    }

    /** With other settings. Before the start. */
    public WebSocketFeed settings(FeedSettings other) {
        this.settings = other;
        return this;
    }

    /** Speaks the format of a broker instead of {@link TrainyardProtocol}. Before the start. */
    public WebSocketFeed protocol(BarProtocol other) {
        this.protocol = other;
        return this;
    }

    /** Waits with {@code other}, instead of on this machine's time. Before the start. */
    public WebSocketFeed waiter(Waiter other) {
        this.waiter = other;
        return this;
    }

    /** Takes the jitter of its waits from {@code other}. Before the start. */
    WebSocketFeed random(RandomGenerator other) {
        this.random = other;
        return this;
    }

    /** What it has seen so far. For any thread. */
    public FeedCounts counts() {
        return tally.counts();
    }

    @Override
    public void start(Sink sink) {
        Backoff backoff = new Backoff(settings.firstWait(), settings.longestWait(), random);
        thread.start(() -> {
            Connector connector = new Connector(uri, settings, name);
            try {
                new FeedLoop(subscriptions, settings, protocol, sink, connector, backoff, tally, thread, waiter).run();
            } finally {
                connector.close();
            }
        });
    }

    @Override
    public void close() {
        thread.close();
    }

    @Override
    public String toString() {
        return name + " " + subscriptions;
    }
}
