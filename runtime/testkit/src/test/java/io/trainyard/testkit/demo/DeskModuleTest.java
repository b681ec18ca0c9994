package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import io.trainyard.testkit.Mode;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import io.trainyard.testkit.demo.Desk.Broker;
import io.trainyard.testkit.demo.Desk.Signal;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Named;
import javax.inject.Singleton;

/** A module of a test takes the place of bindings of the strategy's graph. */
@SuppressWarnings("UnnecessaryQualifier") // Error Prone does not know that Dagger gets to see them
final class DeskModuleTest {

    /** Writes down what it is sent. */
    static final class WrittenBroker implements Broker {
        final List<String> sent = new ArrayList<>();

        @Override
        public void send(String symbol, double quantity) {
            sent.add(symbol + " " + quantity);
        }
    }

    @Module
    interface TestModule {
        @Provides
        @Singleton
        static WrittenBroker written() {
            return new WrittenBroker();
        }

        @Binds
        Broker broker(WrittenBroker written);

        @Provides
        @Named("slow")
        static Signal slow() {
            return () -> 1;
        }
    }

    @StrategyTest(value = Desk.Trader.class, modules = TestModule.class, mode = Mode.LIVE)
    void its_bindings_are_taken_and_the_others_stay(
            StrategyDriver driver, Broker broker, @Named("slow") Signal slow, @Named("fast") Signal fast) {
        driver.complete("fit").feed(Weekdays.from("2024-01-02", 12));

        assertThat(((WrittenBroker) broker).sent).isEmpty();
        assertThat(slow.strength() + fast.strength()).isEqualTo(3);
        assertThat(driver).failed("fit").because("Index 0 out of bounds");
    }
}
