package io.trainyard.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What time the market thinks it is. In a backtest it moves from event to event and stands still during a training. */
public interface MarketClock {

    /** The market's time. */
    Instant now();

    /** The zone in which the strategy reads wall times. */
    ZoneId zone();

    /** The market's time as the strategy's zone writes it. */
    default ZonedDateTime local() {
        return now().atZone(zone());
    }

    /** The time of this machine, as strategies live by it. */
    static MarketClock system(ZoneId zone) {
        return new SystemClock(zone);
    }
}
