package io.trainyard.feeds;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Opens the connections of one feed, on threads that end with it. */
final class Connector {

    private final URI uri;
    private final FeedSettings settings;
    private final ExecutorService threads;
    private final HttpClient client;

    Connector(URI uri, FeedSettings settings, String name) {
        this.uri = uri;
        this.settings = settings;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, name + "-io-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        HttpClient.Builder builder = HttpClient.newBuilder().executor(threads);
        settings.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
    }

    /** Begins an attempt to connect; {@code events} hears how it goes, from other threads. */
    Connection connect(Consumer<FeedEvent> events) {
        Connection connection = new Connection(events, settings.window(), settings.longestMessage());
        WebSocket.Builder builder = client.newWebSocketBuilder().connectTimeout(settings.connectTimeout());
        settings.headers().forEach(builder::header);
        connection.watchAttempt(builder.buildAsync(uri, connection));
        return connection;
    }

    /**
     * Ends the threads. Up to Java 20 the JDK keeps one idle daemon thread of an HTTP client until the client is garbage;
     * later ones let it be closed.
     */
    void close() {
        if ((Object) client instanceof AutoCloseable closeable) {
            Thread.currentThread().interrupt(); // lets it close at once, without waiting for what is under way
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException("an HTTP client did not close", e);
            } finally {
                Thread.interrupted();
            }
        }
        threads.shutdownNow();
    }
}
