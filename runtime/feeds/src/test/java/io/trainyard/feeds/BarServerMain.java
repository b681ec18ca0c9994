package io.trainyard.feeds;

import io.trainyard.Resolution;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.SampleBars;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.java_websocket.WebSocket;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.server.WebSocketServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A server for demonstrations: streams the sample of AAPL's daily bars in 2013 in {@link TrainyardProtocol}, so many a second,
 * to each client from the first or from the {@code since} that it asks for. Arguments: port (8080), bars a second (10).
 */
public final class BarServerMain extends WebSocketServer {

    private static final JsonMapper JSON = new JsonMapper();

    private final BarSeries bars = new SampleBars().load(new Subscription("AAPL", Resolution.DAILY));
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "bar-server-timer");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch started = new CountDownLatch(1);
    private final Duration pace;

    BarServerMain(int port, double barsPerSecond) {
        super(new InetSocketAddress("localhost", port));
        this.pace = Duration.ofNanos((long) (1e9 / barsPerSecond));
        setReuseAddr(true);
    }

    public static void main(String[] arguments) {
        new BarServerMain(
                        arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8080,
                        arguments.length > 1 ? Double.parseDouble(arguments[1]) : 10)
                .run();
    }

    @Override
    public void onStart() {
        started.countDown();
        System.out.println("AAPL 2013 on ws://localhost:" + getPort() + "/");
    }

    @Override
    public void onOpen(WebSocket client, ClientHandshake handshake) {
        client.send("{\"type\":\"hello\",\"protocol\":1}");
    }

    @Override
    public void onMessage(WebSocket client, String message) {
        int first = 0;
        for (JsonNode wanted : JSON.readTree(message).path("bars")) {
            if (!wanted.path("symbol").asString("").equals("AAPL")) {
                client.send("{\"type\":\"error\",\"message\":\"there is AAPL and nothing else\"}");
            }
            String since = wanted.path("since").asString("");
            first = since.isEmpty() ? 0 : bars.countUntil(Instant.parse(since).toEpochMilli());
        }
        stream(client, first);
    }

    @Override
    public void onClose(WebSocket client, int code, String reason, boolean remote) {
        System.out.println("a client left");
    }

    @Override
    public void onError(@Nullable WebSocket client, Exception error) {
        System.err.println(error);
    }

    /** Blocks until clients can connect. */
    void awaitStart() throws InterruptedException {
        started.await();
    }

    private void stream(WebSocket client, int first) {
        AtomicReference<@Nullable ScheduledFuture<?>> running = new AtomicReference<>();
        int[] next = {first};
        running.set(timer.scheduleAtFixedRate(
                () -> {
                    if (client.isOpen() && next[0] < bars.size()) {
                        Bar bar = bars.bar(next[0]++);
                        client.send(BarServer.text(bar));
                        return;
                    }
                    if (client.isOpen()) {
                        client.send("{\"type\":\"end\"}");
                    }
                    ScheduledFuture<?> task = running.get();
                    if (task != null) {
                        task.cancel(false);
                    }
                },
                0,
                pace.toNanos(),
                TimeUnit.NANOSECONDS));
    }
}
