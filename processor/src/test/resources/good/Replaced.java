package demo;

import dagger.Binds;
import dagger.Lazy;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import io.trainyard.Strategy;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.testkit.Replace;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Provider;
import javax.inject.Singleton;

/** Tests that want other graphs than their strategies have. */
final class Replaced {

    private Replaced() {}

    @Strategy(name = "replaced", zone = "UTC", modules = {DeskModule.class, PlainModule.class, OtherModule.class})
    static final class Desk {
        Desk(Broker broker, Provider<Clerk> clerk, @Named("fast") Lazy<Signal> fast, Set<String> names, int seed) {}
    }

    interface Broker {}

    interface Signal {}

    static final class Clerk {
        @Inject
        Clerk(Portfolio portfolio, List<String> pens) {}
    }

    static final class RealBroker implements Broker {
        @Inject
        RealBroker() {}
    }

    @Module(includes = SignalModule.class)
    interface DeskModule {
        @Binds
        Broker broker(RealBroker broker);

        @Provides
        @IntoSet
        static String name(@Named("fast") Signal fast) {
            return "desk";
        }
    }

    @Module
    interface SignalModule {
        @Provides
        @Singleton
        @Named("fast")
        static Signal fast() {
            return new Signal() {};
        }
    }

    @Module
    static final class PlainModule {
        @Provides
        int seed() {
            return 42;
        }

        @Provides
        List<String> pens(Broker broker) {
            return List.of();
        }
    }

    @Module
    interface OtherModule {
        @Provides
        static long unused() {
            return 1;
        }
    }

    @StrategyTest(Desk.class)
    static final class DeskTest {
        @Replace
        Broker broker = new Broker() {};

        @Replace
        List<String> pens = List.of("red");

        void takes(StrategyDriver driver, Portfolio portfolio, Desk desk, Clerk clerk, String other) {}

        void takesMore(@Named("fast") Signal signal, Clerk clerk) {}
    }

    static final class ModulesTest {
        @StrategyTest(value = Desk.class, modules = FakeModule.class)
        void takes(Broker broker) {}
    }

    @Module
    interface FakeModule {
        @Provides
        static Broker fake() {
            return new Broker() {};
        }
    }

    /** Wants nothing else than the strategy has. */
    @StrategyTest(Desk.class)
    static final class OwnTest {
        void takes(StrategyDriver driver, Replaced_Desk_Guard guard) {}
    }
}
