package io.trainyard.benchmarks;

import io.trainyard.Resolution;
import io.trainyard.feeds.TrainyardProtocol;
import io.trainyard.feeds.WebSocketFeed;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/**
 * Bars a second through a WebSocket feed on loopback, and how long a bar takes from the server's call of send to the call of
 * the sink. Server and feed share one process, and so one clock. Arguments: bars (300000), bars a second for the latency
 * (1000), rounds (3).
 */
public final class FeedSpeed extends WebSocketServer {

    private static final int BATCH = 50;

    private final CountDownLatch started = new CountDownLatch(1);
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private volatile @Nullable WebSocket client;

    private FeedSpeed() {
        super(new InetSocketAddress("localhost", 0), 1);
        setDaemon(true);
        setTcpNoDelay(true);
    }

    /** Measures and prints. */
    public static void main(String[] arguments) throws Exception {
        int bars = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 300_000;
        int perSecond = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 3;
        for (int round = 1; round <= rounds; round++) {
            System.out.printf(Locale.ROOT, "round %d%n", round);
            System.out.printf(Locale.ROOT, "  decoding alone: %,.0f bars/s%n", decode(bars));
            System.out.printf(Locale.ROOT, "  a bar in a message: %,.0f bars/s%n", stream(bars, 1));
            System.out.printf(Locale.ROOT, "  %d bars in a message: %,.0f bars/s%n", BATCH, stream(bars, BATCH));
            long[] nanos = latency(Math.min(bars, perSecond * 20), perSecond);
            System.out.printf(
                    Locale.ROOT,
                    "  from send to sink at %d bars/s: p50 %.0f us, p99 %.0f us, p99.9 %.0f us, worst %.0f us (%d bars)%n",
                    perSecond,
                    nanos[nanos.length / 2] / 1e3,
                    nanos[(int) (nanos.length * 0.99)] / 1e3,
                    nanos[(int) (nanos.length * 0.999)] / 1e3,
                    nanos[nanos.length - 1] / 1e3,
                    nanos.length);
        }
    }

    private static double decode(int bars) throws Exception {
        TrainyardProtocol protocol = new TrainyardProtocol();
        String[] texts = messages(bars, 1);
        long start = System.nanoTime();
        int decoded = 0;
        for (String text : texts) {
            decoded += protocol.decode(text).size();
        }
        return decoded * 1e9 / (System.nanoTime() - start);
    }

    private static double stream(int bars, int batch) throws Exception {
        String[] texts = messages(bars, batch);
        Arrivals arrivals = new Arrivals(bars);
        long start;
        try (Session session = Session.open(arrivals)) {
            start = System.nanoTime();
            for (String text : texts) {
                session.client.send(text);
            }
            arrivals.all.await();
        }
        return bars * 1e9 / (arrivals.nanos[bars - 1] - start);
    }

    /** Nanoseconds from send to sink, ascending; the first fifth of the bars is warm-up. */
    private static long[] latency(int bars, int perSecond) throws Exception {
        String[] texts = messages(bars, 1);
        long[] sent = new long[bars];
        Arrivals arrivals = new Arrivals(bars);
        try (Session session = Session.open(arrivals)) {
            long next = System.nanoTime();
            for (int i = 0; i < bars; i++) {
                while (System.nanoTime() < next) {
                    LockSupport.parkNanos(next - System.nanoTime());
                }
                next += 1_000_000_000L / perSecond;
                sent[i] = System.nanoTime();
                session.client.send(texts[i]);
            }
            arrivals.all.await();
        }
        long[] nanos = new long[bars];
        Arrays.setAll(nanos, i -> arrivals.nanos[i] - sent[i]);
        nanos = Arrays.copyOfRange(nanos, bars / 5, bars);
        Arrays.sort(nanos);
        return nanos;
    }

    private static String[] messages(int bars, int batch) {
        String[] texts = new String[(bars + batch - 1) / batch];
        for (int message = 0; message < texts.length; message++) {
            StringBuilder text = new StringBuilder(batch == 1 ? "" : "[");
            for (int i = message * batch; i < Math.min(bars, (message + 1) * batch); i++) {
                text.append(i == message * batch ? "" : ",").append(bar(i));
            }
            texts[message] = text.append(batch == 1 ? "" : "]").toString();
        }
        return texts;
    }

    private static String bar(int i) {
        double open = 100 + i % 977 / 100.0;
        return String.format(
                Locale.ROOT,
                "{\"type\":\"bar\",\"symbol\":\"X\",\"start\":%d,\"end\":%d,\"open\":%.2f,\"high\":%.2f,\"low\":%.2f,"
                        + "\"close\":%.2f,\"volume\":%d}",
                i * 60_000L,
                (i + 1) * 60_000L,
                open,
                open + 0.5,
                open - 0.5,
                open + 0.25,
                1_000 + i % 499);
    }

    @Override
    public void onStart() {
        started.countDown();
    }

    @Override
    public void onOpen(WebSocket opened, ClientHandshake handshake) {
        client = opened;
    }

    @Override
    public void onMessage(WebSocket from, String message) {
        subscribed.countDown();
    }

    @Override
    public void onClose(WebSocket closed, int code, String reason, boolean remote) {
        // the end of a measurement
    }

    @Override
    public void onError(@Nullable WebSocket failed, Exception error) {
        throw new IllegalStateException(error);
    }

    /** A server and a feed that has subscribed. */
    private static final class Session implements AutoCloseable {

        final WebSocket client;
        private final FeedSpeed server;
        private final LiveFeed feed;

        private Session(FeedSpeed server, LiveFeed feed, WebSocket client) {
            this.server = server;
            this.feed = feed;
            this.client = client;
        }

        static Session open(LiveFeed.Sink sink) throws Exception {
            FeedSpeed server = new FeedSpeed();
            server.start();
            server.started.await();
            LiveFeed feed = WebSocketFeed.from(
                    URI.create("ws://localhost:" + server.getPort() + "/"),
                    List.of(new Subscription("X", Resolution.MINUTE)));
            feed.start(sink);
            server.subscribed.await();
            WebSocket client = server.client;
            if (client == null) {
                throw new IllegalStateException("subscribed without a connection");
            }
            return new Session(server, feed, client);
        }

        @Override
        public void close() {
            feed.close();
            try {
                server.stop(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** When each bar arrived. */
    private static final class Arrivals implements LiveFeed.Sink {

        final long[] nanos;
        final CountDownLatch all = new CountDownLatch(1);
        private int count;

        Arrivals(int bars) {
            nanos = new long[bars];
        }

        @Override
        public void slice(Slice slice) {
            nanos[count++] = System.nanoTime();
            if (count == nanos.length) {
                all.countDown();
            }
        }

        @Override
        public void interrupted(String reason) {
            throw new IllegalStateException(reason);
        }

        @Override
        public void resumed() {
            // never interrupted
        }

        @Override
        public void ended() {
            // never said
        }
    }
}
