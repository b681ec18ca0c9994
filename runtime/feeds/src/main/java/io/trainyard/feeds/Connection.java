package io.trainyard.feeds;

import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection, from the attempt to the end: puts frames together to messages and hands them to the feed as events. At
 * most {@code window} messages are on their way; the feed asks for one more when it is done with one.
 */
final class Connection implements WebSocket.Listener {

    private static final Logger log = LoggerFactory.getLogger(Connection.class);

    private final Consumer<FeedEvent> events;
    private final int window;
    private final int longestMessage;
    private final StringBuilder parts = new StringBuilder();
    private final CompletableFuture<Void> closedByServer = new CompletableFuture<>();
    private boolean tooLong;
    private volatile @Nullable WebSocket socket;
    private volatile boolean abandoned;

    Connection(Consumer<FeedEvent> events, int window, int longestMessage) {
        this.events = events;
        this.window = window;
        this.longestMessage = longestMessage;
    }

    /** Sends text messages, one after the other. */
    void send(List<String> texts) {
        WebSocket open = socket;
        if (open == null) {
            return;
        }
        CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(open);
        for (String text : texts) {
            sent = sent.thenCompose(next -> next.sendText(text, true));
        }
        watch(sent);
    }

    /** Asks the server for a sign of life. */
    void ping() {
        WebSocket open = socket;
        if (open != null) {
            watch(open.sendPing(ByteBuffer.allocate(0)));
        }
    }

    /** Lets one more message come. */
    void request() {
        WebSocket open = socket;
        if (open != null) {
            open.request(1);
        }
    }

    /** Cuts the connection, or the attempt; no more events come that count. */
    void abandon() {
        abandoned = true;
        WebSocket open = socket;
        if (open != null) {
            open.abort();
        }
    }

    /**
     * Says good-bye, waits a second at most for the answer, and cuts the connection. An interruption, by which the feed may
     * have been closed, does not keep it from that.
     */
    void close() {
        abandoned = true;
        WebSocket open = socket;
        if (open == null) {
            return;
        }
        boolean interrupted = Thread.interrupted();
        try {
            open.request(Long.MAX_VALUE); // what still comes is thrown away, until the answer
            open.sendClose(WebSocket.NORMAL_CLOSURE, "")
                    .thenCompose(sent -> closedByServer)
                    .get(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        } catch (ExecutionException | TimeoutException e) {
            log.debug("closed without an answer of the server", e);
        } finally {
            open.abort();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Hears if the attempt to connect fails; its success comes as {@link #onOpen}. */
    void watchAttempt(CompletableFuture<WebSocket> attempt) {
        var unused = attempt.exceptionally(error -> {
            post(new FeedEvent.Lost(this, "no connection: " + Causes.words(error)));
            return null;
        });
    }

    @Override
    public void onOpen(WebSocket open) {
        socket = open;
        if (abandoned) {
            open.abort();
            return;
        }
        open.request(window);
        post(new FeedEvent.Opened(this));
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket open, CharSequence data, boolean last) {
        if (tooLong || parts.length() + data.length() > longestMessage) {
            tooLong = true;
            parts.setLength(0);
            parts.trimToSize();
        } else if (last && parts.isEmpty()) {
            post(new FeedEvent.Message(this, data.toString()));
            return null;
        } else {
            parts.append(data);
        }
        if (!last) {
            open.request(1); // a part of a message is not counted
        } else if (tooLong) {
            tooLong = false;
            post(new FeedEvent.Unreadable(this, "longer than " + longestMessage + " characters"));
        } else {
            post(new FeedEvent.Message(this, parts.toString()));
            parts.setLength(0);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onBinary(WebSocket open, ByteBuffer data, boolean last) {
        if (last) {
            post(new FeedEvent.Unreadable(this, "binary, not text"));
        } else {
            open.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onPing(WebSocket open, ByteBuffer message) {
        return alive(open);
    }

    @Override
    public @Nullable CompletionStage<?> onPong(WebSocket open, ByteBuffer message) {
        return alive(open);
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket open, int code, String reason) {
        closedByServer.complete(null);
        post(new FeedEvent.Lost(this, "the server closed, code " + code + (reason.isEmpty() ? "" : ": " + reason)));
        return null;
    }

    @Override
    public void onError(WebSocket open, Throwable error) {
        closedByServer.complete(null);
        broke(error);
    }

    private @Nullable CompletionStage<?> alive(WebSocket open) {
        open.request(1);
        post(new FeedEvent.SignOfLife(this));
        return null;
    }

    private void watch(CompletableFuture<WebSocket> sent) {
        var unused = sent.exceptionally(error -> {
            broke(error);
            return null;
        });
    }

    private void broke(Throwable error) {
        post(new FeedEvent.Lost(this, "the connection broke: " + Causes.words(error)));
    }

    private void post(FeedEvent event) {
        if (!abandoned) {
            events.accept(event);
        }
    }
}
