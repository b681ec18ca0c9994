package io.trainyard.feeds;

import java.net.http.WebSocketHandshakeException;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Says in few words what made a connection fail. */
final class Causes {

    private Causes() {}

    static String words(Throwable error) {
        Throwable cause = error;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof WebSocketHandshakeException refused) {
            return "the server answered " + refused.getResponse().statusCode() + " instead of a WebSocket";
        }
        String name = cause.getClass().getSimpleName();
        @Nullable String message = cause.getMessage();
        return message == null ? name : name + ": " + message;
    }
}
