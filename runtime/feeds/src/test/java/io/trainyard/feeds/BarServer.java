package io.trainyard.feeds;

import io.trainyard.market.Bar;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.java_websocket.WebSocket;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.DefaultSSLWebSocketServerFactory;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;

/** A server of bars on loopback, for tests: tells what it hears and says what it is told to. */
final class BarServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Server server;
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final BlockingQueue<WebSocket> clients = new LinkedBlockingQueue<>();
    private final BlockingQueue<Integer> goodByes = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> pings = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> authorizations = new LinkedBlockingQueue<>();
    private volatile boolean answersPings = true;

    private BarServer(int port, @Nullable SSLContext tls) throws InterruptedException {
        server = new Server(port);
        if (tls != null) {
            server.setWebSocketFactory(new DefaultSSLWebSocketServerFactory(tls));
        }
        server.setReuseAddr(true);
        server.setConnectionLostTimeout(0);
        server.setDaemon(true);
        server.start();
        if (!server.started.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("the server has not started");
        }
    }

    /** A server on a free port. */
    static BarServer start() throws InterruptedException {
        return new BarServer(0, null);
    }

    /** A server on this port, such as one that another had. */
    static BarServer start(int port) throws InterruptedException {
        return new BarServer(port, null);
    }

    /** A server on a free port that speaks TLS. */
    static BarServer start(SSLContext tls) throws InterruptedException {
        return new BarServer(0, tls);
    }

    int port() {
        return server.getPort();
    }

    URI uri() {
        return URI.create("ws://localhost:" + port() + "/bars");
    }

    BarServer withoutPongs() {
        answersPings = false;
        return this;
    }

    /** The next client that connects. */
    WebSocket client() throws InterruptedException, TimeoutException {
        return next(clients, "client");
    }

    /** The next text that a client sends. */
    String heard() throws InterruptedException, TimeoutException {
        return next(heard, "message");
    }

    /** The next client that leaves: the code of its good-bye. */
    int goodBye() throws InterruptedException, TimeoutException {
        return next(goodByes, "good-bye");
    }

    /** The header {@code Authorization} of the next client, empty if it sent none. */
    String authorization() throws InterruptedException, TimeoutException {
        return next(authorizations, "handshake");
    }

    /** The next ping of a client. */
    void ping() throws InterruptedException, TimeoutException {
        next(pings, "ping");
    }

    /** Cuts all connections and frees the port. */
    @Override
    public void close() {
        try {
            server.stop(0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String bar(String symbol, int minute) {
        return text(new Bar(symbol, (minute - 1) * 60_000L, minute * 60_000L, 1, 2, 0.5, 1.5, 100 + minute));
    }

    static String text(Bar bar) {
        return "{\"type\":\"bar\",\"symbol\":\"" + bar.symbol() + "\",\"start\":" + bar.startMillis() + ",\"end\":"
                + bar.endMillis() + ",\"open\":" + bar.open() + ",\"high\":" + bar.high() + ",\"low\":" + bar.low()
                + ",\"close\":" + bar.close() + ",\"volume\":" + bar.volume() + "}";
    }

    private static <T> T next(BlockingQueue<T> queue, String what) throws InterruptedException, TimeoutException {
        T next = queue.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (next == null) {
            throw new TimeoutException("no " + what + " within " + PATIENCE);
        }
        return next;
    }

    private final class Server extends WebSocketServer {

        private final CountDownLatch started = new CountDownLatch(1);

        Server(int port) {
            super(new InetSocketAddress("localhost", port), 1);
        }

        @Override
        public void onStart() {
            started.countDown();
        }

        @Override
        public void onOpen(WebSocket client, ClientHandshake handshake) {
            authorizations.add(handshake.getFieldValue("Authorization"));
            clients.add(client);
        }

        @Override
        public void onClose(WebSocket client, int code, String reason, boolean remote) {
            goodByes.add(code);
        }

        @Override
        public void onMessage(WebSocket client, String message) {
            heard.add(message);
        }

        @Override
        public void onWebsocketPing(WebSocket client, Framedata ping) {
            pings.add("ping");
            if (answersPings) {
                super.onWebsocketPing(client, ping);
            }
        }

        @Override
        public void onError(WebSocket client, Exception error) {
            // a client that is gone is what some tests are about
        }
    }
}
