package io.trainyard.testkit.laws.planted;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import java.util.HashSet;
import java.util.Set;

/** Takes the first signal that a hash set gives out; signals have no hash code of their own. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "SPY", resolution = Resolution.DAILY)
final class IteratesOverIdentity {

    private final Set<Signal> signals = new HashSet<>();

    IteratesOverIdentity() {
        for (int i = 1; i <= 3; i++) {
            signals.add(new Signal(0.1 * i));
        }
    }

    @OnData
    void trade(Slice slice, Portfolio portfolio) {
        portfolio.setHoldings("SPY", signals.iterator().next().fraction);
    }

    private static final class Signal {
        final double fraction;

        Signal(double fraction) {
            this.fraction = fraction;
        }
    }
}
