package io.trainyard.market;

import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Opens the live feeds of some schemes, such as {@code replay:} or {@code wss:}. Found by {@link java.util.ServiceLoader},
 * so that a broker's feed is a jar on the class path; {@link LiveFeeds} looks it up.
 */
public interface LiveFeedProvider {

    /** The schemes of the addresses that it opens, in lower case. */
    Set<String> schemes();

    /** How its addresses are written, with their options, in a line or few: for the help of a command line. */
    String usage();

    /**
     * A feed that is not started yet.
     *
     * @param address with one of the schemes, and options as the provider defines them
     * @param subscriptions one or more, each of another symbol
     * @throws MarketDataException if the address cannot be understood, or what it names is not there
     */
    LiveFeed open(URI address, List<Subscription> subscriptions);
}
