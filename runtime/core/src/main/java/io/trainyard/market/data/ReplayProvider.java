package io.trainyard.market.data;

import io.trainyard.market.FeedOptions;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.LiveFeedProvider;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.ReplaySpeed;
import io.trainyard.market.Subscription;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Replays recorded bars: {@code replay:sample} or {@code replay:/path/to/data} (a folder in LEAN's format), with the options
 * {@code speed} ({@code 1x} is the default, {@code 60x}, {@code max}), {@code from} and {@code to} (instants).
 */
public final class ReplayProvider implements LiveFeedProvider {

    /** For {@link java.util.ServiceLoader}. */
    public ReplayProvider() {}

    @Override
    public Set<String> schemes() {
        return Set.of("replay");
    }

    @Override
    public String usage() {
        return "replay:sample or replay:/path/to/lean-data, ?speed=1x|60x|max&from=INSTANT&to=INSTANT";
    }

    @Override
    public LiveFeed open(URI address, List<Subscription> subscriptions) {
        String rest = address.getRawSchemeSpecificPart();
        int question = rest.indexOf('?');
        FeedOptions options = FeedOptions.of(question < 0 ? null : rest.substring(question + 1), address.toString());
        ReplaySpeed speed = options.text("speed").map(ReplaySpeed::parse).orElse(ReplaySpeed.REAL_TIME);
        var from = options.instant("from");
        var to = options.instant("to");
        options.refuseOthers();
        String place = decodePath(question < 0 ? rest : rest.substring(0, question));
        ReplayFeed feed =
                ReplayFeed.of(source(place, address).load(subscriptions)).speed(speed);
        from.ifPresent(feed::from);
        to.ifPresent(feed::to);
        return feed;
    }

    /** A plus sign in a path is one; only in a query is it a blank. */
    private static String decodePath(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static BarSource source(String place, URI address) {
        if (place.equals("sample")) {
            return new SampleBars();
        }
        Path folder = Path.of(place);
        if (!LeanFolder.isAt(folder)) {
            throw new MarketDataException(
                    address + " has no bars",
                    folder + " is no folder of market data in LEAN's format",
                    "write replay:sample, or replay: and the path of the folder that holds equity/, forex/ or crypto/");
        }
        return LeanFolder.at(folder);
    }
}
