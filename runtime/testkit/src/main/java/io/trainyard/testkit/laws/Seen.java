package io.trainyard.testkit.laws;

import io.trainyard.portfolio.Order;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.WiredStrategy;
import org.jspecify.annotations.Nullable;

/** A strategy whose host is remembered: what it had ordered, and when, if it fails. */
final class Seen implements StrategyWiring {

    private final StrategyWiring wiring;
    private volatile @Nullable HostParts host;

    Seen(StrategyWiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public StrategyDefinition definition() {
        return wiring.definition();
    }

    @Override
    public WiredStrategy wire(HostParts parts) {
        host = parts;
        return wiring.wire(parts);
    }

    /** Notes a failure where the clock stands, and the orders until then. */
    void failed(Transcript.Builder transcript, Throwable failure) {
        HostParts parts = host;
        if (parts == null) {
            transcript.failed(null, failure);
            return;
        }
        transcript
                .failed(parts.clock().now(), failure)
                .orders(
                        parts.portfolio().orders(),
                        parts.portfolio().orders().stream()
                                .map(Order::fill)
                                .flatMap(fill -> fill.stream())
                                .toList());
    }
}
