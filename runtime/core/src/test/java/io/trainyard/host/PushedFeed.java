package io.trainyard.host;

import io.trainyard.market.LiveFeed;
import io.trainyard.market.Slice;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A feed that a test pushes to. */
final class PushedFeed implements LiveFeed {

    private volatile @Nullable Sink sink;
    private volatile boolean closed;

    @Override
    public void start(Sink to) {
        sink = to;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    Sink sink() {
        return java.util.Objects.requireNonNull(sink);
    }

    /** A bar of SPY that ends at {@code end}, a second after it began. */
    void push(Instant end, double price) {
        if (!closed) {
            sink().slice(Slice.of(new io.trainyard.market.Bar(
                    "SPY", end.toEpochMilli() - 1_000, end.toEpochMilli(), price, price, price, price, 1)));
        }
    }
}
