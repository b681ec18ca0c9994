package demo;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.trainyard.Format;
import io.trainyard.OnData;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Tier;
import io.trainyard.Train;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.time.MarketClock;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;

/** Everything that a strategy can have, in one: a public one with a constructor, modules, its guard, generic models. */
public final class Wired {

    private Wired() {}

    @Strategy(
            name = "wired",
            zone = "UTC",
            tier = Tier.MB_2048,
            plan = Plan.PROFESSIONAL,
            modules = {SignalModule.class, PlainModule.class})
    @Subscribe(symbol = "SPY", resolution = Resolution.MINUTE)
    @Subscribe(symbol = "BTC/USD", resolution = Resolution.HOUR)
    public static final class Everything {

        @Stored("wired/weights")
        Map<String, List<Double>> weights;

        @Stored("wired/note")
        String note;

        @Stored(value = "wired/table.xml", format = Format.XML)
        Table table;

        @Stored("wired/bytes")
        byte[] bytes;

        @Stored("wired/rows")
        List<String>[] rows;

        private final Signal fast;
        private final Everything_GuardReader reader;

        Everything(
                MarketClock clock,
                History history,
                Portfolio portfolio,
                ObjectStore store,
                @Named("fast") Signal fast,
                Clerk clerk,
                Wired_Everything_Guard own,
                ModelGuard guard) {
            this.fast = fast;
            this.reader = new Everything_GuardReader(own, guard, clerk);
        }

        @Train(day = {DayOfWeek.MONDAY, DayOfWeek.FRIDAY}, at = "06:30:15")
        Map<String, List<Double>> weigh(History history, MarketClock clock) {
            return Map.of(clock.now().toString(), List.of(history.closes("SPY", 1)[0]));
        }

        @Train
        Table tabulate(ObjectStore store, ModelGuard guard) {
            return new Table(guard.models().size());
        }

        @Train(day = DayOfWeek.SATURDAY, at = "00:00", stores = "wired/bytes")
        byte[] pack() throws java.io.IOException {
            return new byte[0];
        }

        @Train(day = DayOfWeek.SUNDAY, at = "23:59:59")
        void write(Wired_Everything_Guard guard) throws Exception {
            note = "written";
            rows = null;
        }

        @OnData
        void each(Bar bar, Slice slice, Portfolio portfolio) {
            fast.take(bar);
        }

        @OnData
        void all(Slice slice) throws Exception {
            reader.read();
        }
    }

    record Table(int rows) {}

    interface Signal {
        void take(Bar bar);
    }

    static final class Clerk {
        @Inject
        Clerk(ModelGuard guard) {}
    }

    record Everything_GuardReader(Wired_Everything_Guard own, ModelGuard guard, Clerk clerk) {
        boolean read() {
            return own.isModelReady() && guard.isModelReady() && own.note().isReady();
        }
    }

    @Module
    interface SignalModule {
        @Provides
        @Singleton
        @Named("fast")
        static Signal fast(Portfolio portfolio) {
            return bar -> {};
        }
    }

    @Module
    static final class PlainModule {
        @Provides
        int answer() {
            return 42;
        }
    }

    /** A component of the user's own above the generated one, in the same compilation. */
    @Component(dependencies = Wired_Everything_Component.class)
    interface Application {
        Desk desk();
    }

    /** Another, with a scope. */
    @Singleton
    @Component(dependencies = Wired_Small_Component.class)
    interface Office {
        Small small();
    }

    @Strategy(name = "small", zone = "UTC")
    static class Small {
        Small(Wired_Small_Guard guard) {}
    }

    static final class Desk {
        @Inject
        Desk(Everything strategy, Wired_Everything_Guard guard) {}
    }
}
