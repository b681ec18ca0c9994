package io.trainyard.market.data;

import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import java.util.List;

/** Recorded bars to load. */
public interface BarSource {

    /** What this is and where it lies, in a few words for a person. */
    String description();

    /**
     * What can be loaded, by symbol and then by resolution.
     *
     * @throws MarketDataException if the source is not there or cannot be listed
     */
    List<Subscription> available();

    /**
     * All bars of a subscription; the series has the symbol as the subscription writes it.
     *
     * @throws MarketDataException if the source has no such bars, or cannot be read
     */
    BarSeries load(Subscription subscription);

    /**
     * All bars of several subscriptions.
     *
     * @param subscriptions one or more, each of another symbol
     * @throws MarketDataException if the source does not have the bars of one, or cannot be read
     * @throws IllegalArgumentException if there is none, or two are of one symbol
     */
    default Tape load(List<Subscription> subscriptions) {
        return Tape.of(subscriptions.stream().map(this::load).toList());
    }
}
