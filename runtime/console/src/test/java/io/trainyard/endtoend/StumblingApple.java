package io.trainyard.endtoend;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Slice;

/** Divides by nothing. */
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = Resolution.DAILY)
final class StumblingApple {

    private int nothing;

    @OnData
    void trade(Slice slice) {
        nothing = slice.size() / nothing;
    }
}
