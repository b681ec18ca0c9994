package io.trainyard.endtoend;

import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Slice;

/** Needs the weather, which nobody tells it. */
@SuppressWarnings("NullAway.Init") // the host fills it
@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = Resolution.DAILY)
final class Weatherbound {

    @Stored("weatherbound/rain")
    Double rain;

    @Train
    double fit(History history) {
        if (history.knownUntil().isPresent()) {
            return 0;
        }
        throw new MarketDataException("there is no weather", "the service is closed on Sundays", "come back");
    }

    @OnData
    void trade(Slice slice) {}
}
