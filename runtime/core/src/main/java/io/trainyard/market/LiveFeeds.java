package io.trainyard.market;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;

/** Finds a live feed by its address. */
public final class LiveFeeds {

    private LiveFeeds() {}

    /**
     * A feed that is not started yet, of the first provider on the class path that knows the scheme of the address.
     *
     * @param address such as {@code replay:sample?speed=60x} or {@code wss://host/bars}
     * @param subscriptions one or more, each of another symbol
     * @throws MarketDataException if no provider knows the address
     */
    public static LiveFeed open(String address, List<Subscription> subscriptions) {
        URI uri = parse(address);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        List<LiveFeedProvider> providers = providers();
        for (LiveFeedProvider provider : providers) {
            if (provider.schemes().contains(scheme)) {
                return provider.open(uri, subscriptions);
            }
        }
        throw new MarketDataException(
                "no feed for " + address,
                "the class path has feeds for "
                        + String.join(
                                ", ",
                                providers.stream()
                                        .flatMap(provider -> provider.schemes().stream())
                                        .map(known -> known + ":")
                                        .sorted()
                                        .toList()),
                "write the address with one of these, or add the jar of the feed; trainyard-feeds has ws: and wss:");
    }

    /** The providers on the class path. */
    public static List<LiveFeedProvider> providers() {
        return ServiceLoader.load(LiveFeedProvider.class, LiveFeeds.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }

    private static URI parse(String address) {
        try {
            return new URI(address);
        } catch (URISyntaxException e) {
            throw new MarketDataException(
                    "\"" + address + "\" is no address of a feed",
                    e.getReason() + " at character " + (e.getIndex() + 1),
                    "write replay:sample?speed=60x or wss://host/bars; a blank is %20");
        }
    }
}
