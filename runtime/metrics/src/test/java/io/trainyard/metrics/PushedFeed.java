package io.trainyard.metrics;

import io.trainyard.market.Bar;
import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A feed that a test pushes to. */
final class PushedFeed implements LiveFeed {

    private volatile @Nullable Sink sink;

    @Override
    public void start(Sink to) {
        sink = to;
    }

    @Override
    public void close() {}

    Sink sink() {
        return Objects.requireNonNull(sink);
    }

    /** A bar of SPY that ends at {@code end}, a second after it began. */
    void push(Instant end, double price) {
        sink().slice(Slice.of(
                new Bar("SPY", end.toEpochMilli() - 1_000, end.toEpochMilli(), price, price, price, price, 1)));
    }
}
