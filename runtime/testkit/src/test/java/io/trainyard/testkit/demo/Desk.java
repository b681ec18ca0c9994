package io.trainyard.testkit.demo;

import dagger.Binds;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.trainyard.OnData;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.time.MarketClock;
import java.time.DayOfWeek;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

/** A strategy whose constructor wants what users' do: a broker, two signals told apart by a qualifier, a clerk. */
final class Desk {

    private Desk() {}

    /** Trades through a broker of its own. */
    @Strategy(name = "desk", zone = "America/New_York", modules = DeskModule.class)
    @Subscribe(symbol = "AAPL", resolution = Resolution.DAILY)
    static final class Trader {

        @Stored("desk/level")
        String level;

        private final Broker broker;
        private final Signal fast;
        private final Signal slow;
        private final Clerk clerk;

        @Inject
        Trader(Broker broker, @Named("fast") Signal fast, @Named("slow") Signal slow, Clerk clerk) {
            this.broker = broker;
            this.fast = fast;
            this.slow = slow;
            this.clerk = clerk;
            this.level = "";
        }

        @Train(day = DayOfWeek.SUNDAY, at = "08:00")
        @Train
        String fit(History history) {
            return clerk.name() + " " + history.closes("AAPL", 1)[0];
        }

        @OnData
        void trade(Slice slice) {
            broker.send("AAPL", fast.strength() + slow.strength());
        }
    }

    /** Where orders go. */
    interface Broker {
        void send(String symbol, double quantity);
    }

    /** How strongly to trade. */
    interface Signal {
        double strength();
    }

    /** Someone whom Dagger makes by the constructor. */
    static class Clerk {
        private final MarketClock clock;

        @Inject
        Clerk(MarketClock clock) {
            this.clock = clock;
        }

        String name() {
            return "clerk since " + clock.zone();
        }
    }

    /** Would send orders to a market. */
    static final class RealBroker implements Broker {
        @Inject
        RealBroker() {}

        @Override
        public void send(String symbol, double quantity) {
            throw new IllegalStateException("no test sends orders");
        }
    }

    @Module(includes = SignalModule.class)
    interface DeskModule {
        @Binds
        Broker broker(RealBroker real);
    }

    @Module
    static final class SignalModule {
        @Provides
        @Singleton
        @Named("fast")
        Signal fast() {
            return () -> 2;
        }

        @Provides
        @Named("slow")
        Signal slow(@Named("fast") Signal fast) {
            return () -> fast.strength() / 4;
        }
    }

    /** A larger graph of the user's, above that of the strategy. */
    @Component(dependencies = Desk_Trader_Component.class)
    interface Office {
        Report report();
    }

    /** Something in the larger graph. */
    static final class Report {
        private final Trader trader;

        @Inject
        Report(Trader trader) {
            this.trader = trader;
        }

        String level() {
            return trader.level;
        }
    }
}
