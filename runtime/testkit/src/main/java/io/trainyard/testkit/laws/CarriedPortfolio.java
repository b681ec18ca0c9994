package io.trainyard.testkit.laws;

import io.trainyard.market.MarketFeed;
import io.trainyard.market.Slice;
import io.trainyard.market.Tape;
import io.trainyard.portfolio.Account;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.time.MarketClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A portfolio that outlives the process of its strategy, as a broker's does. It fills and values by the same tape as a host would,
 * catching up with the clock whenever it is asked.
 */
final class CarriedPortfolio implements Portfolio {

    private final Tape tape;
    private final Instant from;
    private final Instant to;
    private final Hand hand;
    private final SimulatedPortfolio portfolio;
    private final MarketFeed feed;
    private final List<Call> calls = new ArrayList<>();
    private @Nullable Slice next;
    private @Nullable MarketClock clock;

    CarriedPortfolio(Tape tape, Instant from, Instant to, ZoneId zone) {
        this.tape = tape;
        this.from = from;
        this.to = to;
        this.hand = new Hand(from, zone);
        this.portfolio = new SimulatedPortfolio(
                Account.of(100_000),
                tape.series().stream().map(one -> one.symbol()).toList(),
                hand);
        this.feed = tape.feed(from, to);
        this.next = feed.next();
    }

    /** The portfolio as it stood at a moment, from what was called until then. */
    synchronized CarriedPortfolio asAt(Instant moment) {
        CarriedPortfolio other = new CarriedPortfolio(tape, from, to, hand.zone());
        for (Call call : calls) {
            if (!call.at().isAfter(moment)) {
                other.catchUp(call.at());
                call.what().accept(other.portfolio);
                other.calls.add(call);
            }
        }
        return other;
    }

    /** Goes on with the clock of this host. */
    synchronized CarriedPortfolio by(MarketClock other) {
        clock = other;
        return this;
    }

    /** Goes on to the end of its tape. */
    synchronized void finish() {
        catchUp(to);
    }

    synchronized List<Fill> fills() {
        return portfolio.fills();
    }

    private void catchUp(Instant now) {
        while (next != null && !next.time().isAfter(now)) {
            hand.now = next.time();
            portfolio.fillAtOpen(next);
            portfolio.mark(next);
            next = feed.next();
        }
        hand.now = now;
    }

    private SimulatedPortfolio now() {
        if (clock != null && clock.now().isAfter(hand.now)) {
            catchUp(clock.now());
        }
        return portfolio;
    }

    private SimulatedPortfolio change(Consumer<SimulatedPortfolio> what) {
        SimulatedPortfolio current = now();
        calls.add(new Call(hand.now, what));
        return current;
    }

    @Override
    public synchronized double cash() {
        return now().cash();
    }

    @Override
    public synchronized double equity() {
        return now().equity();
    }

    @Override
    public synchronized double quantity(String symbol) {
        return now().quantity(symbol);
    }

    @Override
    public synchronized boolean isInvested() {
        return now().isInvested();
    }

    @Override
    public synchronized Order order(String symbol, double quantity) {
        return change(on -> on.order(symbol, quantity)).order(symbol, quantity);
    }

    @Override
    public synchronized void setHoldings(String symbol, double fraction) {
        change(on -> on.setHoldings(symbol, fraction)).setHoldings(symbol, fraction);
    }

    @Override
    public synchronized void liquidate(String symbol) {
        change(on -> on.liquidate(symbol)).liquidate(symbol);
    }

    @Override
    public synchronized void liquidate() {
        change(SimulatedPortfolio::liquidate).liquidate();
    }

    @Override
    public synchronized List<Order> orders() {
        return now().orders();
    }

    private record Call(Instant at, Consumer<SimulatedPortfolio> what) {}

    private static final class Hand implements MarketClock {
        private final ZoneId zone;
        private Instant now;

        Hand(Instant now, ZoneId zone) {
            this.now = now;
            this.zone = zone;
        }

        @Override
        public Instant now() {
            return now;
        }

        @Override
        public ZoneId zone() {
            return zone;
        }
    }
}
