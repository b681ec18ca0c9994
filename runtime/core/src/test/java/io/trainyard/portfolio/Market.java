package io.trainyard.portfolio;

import io.trainyard.market.Bar;
import io.trainyard.market.Slice;
import io.trainyard.time.ManualClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A market in which time moves by hand: does what a host does for each slice. */
final class Market {

    static final Instant START = Instant.parse("2020-01-01T00:00:00Z");

    final ManualClock clock = new ManualClock(START, ZoneOffset.UTC);
    final SimulatedPortfolio portfolio;

    Market(Account account, String... symbols) {
        this.portfolio = new SimulatedPortfolio(account, List.of(symbols), clock);
    }

    /** A market with one symbol X, no fees, 1,000 in cash. */
    static Market plain() {
        return new Market(Account.of(1000).withFees(FeeModel.none()), "X");
    }

    static Instant day(int day) {
        return START.plusSeconds(day * 86_400L);
    }

    /** A bar of {@code day}, from midnight to midnight. */
    static Bar bar(String symbol, int day, double open, double close) {
        return new Bar(
                symbol,
                day(day).toEpochMilli(),
                day(day + 1).toEpochMilli(),
                open,
                Math.max(open, close),
                Math.min(open, close),
                close,
                1000);
    }

    void next(Bar... bars) {
        Slice slice = Slice.of(bars);
        clock.moveTo(slice.time());
        portfolio.fillAtOpen(slice);
        portfolio.mark(slice);
    }

    Order order(long id) {
        return portfolio.orders().get((int) id - 1);
    }
}
