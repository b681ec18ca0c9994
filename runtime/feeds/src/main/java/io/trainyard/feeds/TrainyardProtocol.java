package io.trainyard.feeds;

import io.trainyard.market.Bar;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Trainyard's open protocol, version 1: JSON objects in WebSocket text messages, one in each or several in an array. Times of
 * bars are milliseconds since 1970-01-01T00:00Z; other instants and durations are written as ISO 8601 has them.
 *
 * <p>The client speaks once, after the connection is open:
 *
 * <pre>{@code
 * {"type": "subscribe", "protocol": 1, "bars": [
 *     {"symbol": "AAPL", "resolution": "DAILY", "since": "2013-01-03T21:00:00Z"}]}
 * }</pre>
 *
 * <p>{@code resolution} is a name of {@link io.trainyard.Resolution}. With {@code since}, the server first sends the bars that
 * it has and that ended after that instant, then the coming ones; without, the coming ones. It sends the bars of all symbols
 * in the order in which they end.
 *
 * <p>The server says, ignoring what it does not know and adding fields as it likes:
 *
 * <pre>{@code
 * {"type": "hello", "protocol": 1, "time": "2013-01-02T14:30:00Z", "heartbeat": "PT5S"}
 * {"type": "bar", "symbol": "AAPL", "start": 1357137000000, "end": 1357160400000,
 *     "open": 553.8, "high": 555.0, "low": 541.6, "close": 549.0, "volume": 20018500}
 * {"type": "heartbeat"}
 * {"type": "error", "message": "no bars of XYZ", "fatal": false}
 * {"type": "end"}
 * }</pre>
 *
 * <ul>
 *   <li>{@code hello} comes first. {@code heartbeat}, optional, promises a message at least that often. {@code time}, optional,
 *       is the server's time: what was missed before the first bar is asked for from there.
 *   <li>{@code bar} is sent when the bar has ended. All its fields are needed.
 *   <li>{@code heartbeat} says nothing, in time.
 *   <li>{@code error} with {@code fatal} announces that the server closes.
 *   <li>{@code end} says that a recording is over.
 * </ul>
 */
public final class TrainyardProtocol implements BarProtocol {

    private static final int VERSION = 1;
    private static final JsonMapper JSON = JsonMapper.builder()
            // a message of a server is no place to look into when it fails
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** The protocol; all of them are equal. */
    public TrainyardProtocol() {}

    @Override
    public List<String> opening(List<BarRequest> wanted) {
        ObjectNode subscribe = JSON.createObjectNode();
        subscribe.put("type", "subscribe").put("protocol", VERSION);
        ArrayNode bars = subscribe.putArray("bars");
        for (BarRequest request : wanted) {
            ObjectNode one = bars.addObject()
                    .put("symbol", request.subscription().symbol())
                    .put("resolution", request.subscription().resolution().name());
            request.since().ifPresent(since -> one.put("since", since.toString()));
        }
        return List.of(JSON.writeValueAsString(subscribe));
    }

    @Override
    public List<FeedMessage> decode(String text) throws BadMessageException {
        JsonNode tree;
        try {
            tree = JSON.readTree(text);
        } catch (JacksonException e) {
            throw new BadMessageException("no JSON: " + e.getOriginalMessage(), e);
        }
        if (!tree.isArray()) {
            return message(tree).map(List::of).orElse(List.of());
        }
        List<FeedMessage> messages = new ArrayList<>(tree.size());
        for (JsonNode one : tree) {
            message(one).ifPresent(messages::add);
        }
        return messages;
    }

    private static Optional<FeedMessage> message(JsonNode node) throws BadMessageException {
        String type = text(node, "type").orElse("");
        return Optional.ofNullable(
                switch (type) {
                    case "bar" -> new FeedMessage.BarEnded(bar(node));
                    case "heartbeat" -> new FeedMessage.Heartbeat();
                    case "hello" -> hello(node);
                    case "error" ->
                        new FeedMessage.Complaint(
                                node.path("message").asString("an error without words"),
                                node.path("fatal").asBoolean(false));
                    case "end" -> new FeedMessage.End();
                    case "" -> throw new BadMessageException("no object with a type");
                    default -> null; // a newer server may say more
                });
    }

    private static FeedMessage hello(JsonNode node) throws BadMessageException {
        int version = node.path("protocol").asInt(VERSION);
        if (version != VERSION) {
            return new FeedMessage.Complaint(
                    "the server speaks version " + version + " of the protocol, this feed version " + VERSION, true);
        }
        try {
            return new FeedMessage.Hello(
                    text(node, "time").map(Instant::parse),
                    text(node, "heartbeat").map(Duration::parse));
        } catch (DateTimeException e) {
            throw new BadMessageException("a hello with a time that is none: " + e.getMessage(), e);
        }
    }

    private static Optional<String> text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? Optional.of(value.asString()) : Optional.empty();
    }

    private static Bar bar(JsonNode node) throws BadMessageException {
        JsonNode symbol = node.path("symbol");
        if (!symbol.isString()) {
            throw new BadMessageException("a bar without a symbol");
        }
        return new Bar(
                symbol.asString(),
                millis(node, "start"),
                millis(node, "end"),
                number(node, "open"),
                number(node, "high"),
                number(node, "low"),
                number(node, "close"),
                number(node, "volume"));
    }

    private static long millis(JsonNode node, String field) throws BadMessageException {
        JsonNode value = node.path(field);
        if (!value.canConvertToLong() || !value.isIntegralNumber()) {
            throw new BadMessageException("a bar whose " + field + " is no number of milliseconds");
        }
        return value.asLong();
    }

    private static double number(JsonNode node, String field) throws BadMessageException {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw new BadMessageException("a bar whose " + field + " is no number");
        }
        return value.asDouble();
    }
}
