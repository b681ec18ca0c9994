package io.trainyard.feeds;

import io.trainyard.market.FeedOptions;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.LiveFeedProvider;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Opens {@code ws://} and {@code wss://} addresses, in Trainyard's protocol. Options begin with {@code feed.}:
 * {@code feed.silence}, {@code feed.grace}, {@code feed.connect} (durations), {@code feed.since} (an instant). Every other
 * parameter of the address is the server's.
 */
public final class WebSocketFeedProvider implements LiveFeedProvider {

    private static final String PREFIX = "feed.";

    /** For {@link java.util.ServiceLoader}. */
    public WebSocketFeedProvider() {}

    @Override
    public Set<String> schemes() {
        return Set.of("ws", "wss");
    }

    @Override
    public String usage() {
        return "ws://host:port/path or wss://host/path, ?feed.silence=PT15S&feed.grace=PT0.25S&feed.connect=PT10S"
                + "&feed.since=INSTANT; other parameters go to the server";
    }

    @Override
    public LiveFeed open(URI address, List<Subscription> subscriptions) {
        FeedOptions options = FeedOptions.of(parameters(address, true).orElse(null), shown(address));
        FeedSettings settings = FeedSettings.defaults();
        settings = options.duration("feed.silence").map(settings::withSilence).orElse(settings);
        settings = options.duration("feed.grace").map(settings::withGrace).orElse(settings);
        settings = options.duration("feed.connect")
                .map(settings::withConnectTimeout)
                .orElse(settings);
        settings = options.instant("feed.since").map(settings::withSince).orElse(settings);
        options.refuseOthers();
        if (address.getHost() == null) {
            throw new MarketDataException(
                    shown(address) + " is no address of a WebSocket",
                    "it names no host",
                    "write ws://localhost:8080/bars or wss://host/bars");
        }
        return WebSocketFeed.from(server(address), subscriptions).settings(settings);
    }

    /** The address without our options. */
    private static URI server(URI address) {
        String query = parameters(address, false).map(left -> "?" + left).orElse("");
        return URI.create(shown(address) + query);
    }

    /** The address without its parameters, which may be secrets, and without a fragment, which a WebSocket cannot have. */
    private static String shown(URI address) {
        String path = address.getRawPath() == null ? "" : address.getRawPath();
        return address.getScheme() + "://" + address.getRawAuthority() + path;
    }

    private static Optional<String> parameters(URI address, boolean ours) {
        return Optional.ofNullable(address.getRawQuery())
                .map(query -> Arrays.stream(query.split("&"))
                        .filter(parameter -> parameter.startsWith(PREFIX) == ours)
                        .collect(Collectors.joining("&")))
                .filter(left -> !left.isEmpty());
    }
}
