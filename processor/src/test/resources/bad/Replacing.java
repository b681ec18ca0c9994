package demo;

import dagger.Module;
import dagger.Provides;
import io.trainyard.*;
import io.trainyard.portfolio.*;
import io.trainyard.testkit.*;
import javax.inject.Inject;
import javax.inject.Named;

class Replacing {
    interface Broker {}

    interface Signal {}

    static class Clerk {
        @Inject
        Clerk(Portfolio portfolio) {}
    }

    @Module
    interface DeskModule {
        @Provides
        static Broker broker() {
            return new Broker() {};
        }

        @Provides
        @Named("fast")
        static Signal fast() {
            return new Signal() {};
        }
    }

    @Strategy(zone = "UTC", modules = DeskModule.class)
    static class Desk {
        Desk(Broker broker, @Named("fast") Signal fast, Clerk clerk) {}
    }

    @Strategy(zone = "UTC")
    static class Alone {}

    @Module
    interface OtherModule {
        @Provides
        static Signal slow() {
            return new Signal() {};
        }
    }

    @StrategyTest(Desk.class)
    static class DeskTest {
        @Replace
        Broker broker = new Broker() {};

        @Replace //! TY601 one of Replacing.Broker, @Named("fast") Replacing.Signal, Replacing.Clerk
        Signal signal = new Signal() {};

        @Replace
        @Named("fast")
        Signal fast = new Signal() {};

        @Replace
        Portfolio portfolio = null;
    }

    @StrategyTest(
            value = Desk.class,
            modules = {
                OtherModule.class, //! TY602 one of Replacing.Broker, @Named("fast") Replacing.Signal, Replacing.Clerk
                Clerk.class //! TY113 @Module on Clerk
            },
            replaces = Number.class) //! TY601 one of Replacing.Broker, @Named("fast") Replacing.Signal, Replacing.Clerk
    static class ModulesTest {}

    static class AloneTest {
        @Replace //! TY601 -
        Broker broker = new Broker() {};

        @StrategyTest(Alone.class)
        void drives(StrategyDriver driver) {}
    }

    @StrategyTest(String.class) //! TY603 @Strategy on String
    static class NoneTest {}
}
