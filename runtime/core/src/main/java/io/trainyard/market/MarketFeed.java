package io.trainyard.market;

import org.jspecify.annotations.Nullable;

/** Brings slices in the order of their time. */
public interface MarketFeed {

    /**
     * The next slice, later than the one before, or null at the end of the feed.
     *
     * @throws MarketDataException if the data cannot be read
     */
    @Nullable
    Slice next();
}
