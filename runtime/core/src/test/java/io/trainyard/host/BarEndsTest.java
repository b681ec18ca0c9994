package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Resolution;
import io.trainyard.market.Subscription;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where bars may end, in New York: on 2013-10-07, a Monday, and around half days, week ends and midnights. */
final class BarEndsTest {

    @ParameterizedTest(name = "{0} {1} at {2}: {3}")
    @CsvSource({
        "SPY,    DAILY,  2013-10-07T16:00,    true",
        "SPY,    DAILY,  2013-10-07T15:00,    false",
        "SPY,    DAILY,  2013-10-06T16:00,    false",
        "SPY,    DAILY,  2013-11-29T13:00,    true",
        "SPY,    DAILY,  2013-11-29T16:00,    false",
        "SPY,    MINUTE, 2013-10-07T09:31,    true",
        "SPY,    MINUTE, 2013-10-07T09:31:01, false",
        "SPY,    MINUTE, 2013-10-07T04:00,    false",
        "SPY,    MINUTE, 2013-10-07T03:00,    false",
        "SPY,    MINUTE, 2013-10-06T12:00,    false",
        "SPY,    HOUR,   2013-10-07T10:00,    true",
        "SPY,    HOUR,   2013-10-07T10:30,    true",
        "SPY,    HOUR,   2013-10-07T10:15,    false",
        "SPY,    HOUR,   2013-11-29T13:00,    true",
        "BTCUSD, DAILY,  2013-10-05T20:00,    true",
        "BTCUSD, DAILY,  2013-10-05T19:00,    false",
        "BTCUSD, MINUTE, 2013-10-05T03:17,    true"
    })
    void a_bar_may_end(String symbol, Resolution resolution, LocalDateTime local, boolean may) {
        BarEnds ends = new BarEnds(List.of(new Subscription(symbol, resolution)), BarEndsTest.class);

        assertThat(ends.mayBeAt(local.atZone(ZoneId.of("America/New_York")).toInstant()))
                .isEqualTo(may);
    }

    @ParameterizedTest
    @CsvSource({"2013-10-06T03:17, true", "2013-10-06T03:17:30, false"})
    void of_a_market_that_nobody_knows_a_bar_may_end_at_any_minute(LocalDateTime local, boolean may) {
        BarEnds ends = new BarEnds(List.of(new Subscription("X", Resolution.DAILY, "nobody-knows")), BarEndsTest.class);

        assertThat(ends.mayBeAt(local.atZone(ZoneId.of("America/New_York")).toInstant()))
                .isEqualTo(may);
    }
}
