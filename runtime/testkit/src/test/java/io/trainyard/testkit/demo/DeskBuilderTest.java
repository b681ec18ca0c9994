package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.trainyard.portfolio.Portfolio;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import io.trainyard.testkit.demo.Desk.Broker;
import io.trainyard.testkit.demo.Desk.Clerk;
import org.junit.jupiter.api.Test;

/** Builders, and fakes of Mockito's. */
@StrategyTest(
        value = Desk.Trader.class,
        replaces = {Broker.class, Clerk.class})
final class DeskBuilderTest {

    @Test
    void a_builder_replaces_what_the_test_class_says() {
        Broker broker = mock(Broker.class);
        StrategyDriver driver = StrategyDriver.of(Desk.Trader.class)
                .with(Broker.class, broker)
                .with(Clerk.class, mock(Clerk.class))
                .build();

        driver.past(Weekdays.from("2024-01-02", 12)).feed(Weekdays.from("2024-01-03", 12, 13));

        assertThat(driver).trained("fit").times(1);
        verify(broker, times(2)).send("AAPL", 2.5);
    }

    @Test
    void a_part_of_the_host_is_replaced_without_anything_generated() {
        Portfolio portfolio = mock(Portfolio.class);
        StrategyDriver driver = StrategyDriver.of(SundayTrend.class)
                .with(Portfolio.class, portfolio)
                .build();

        driver.past(Weekdays.from("2024-03-04", 10, 11, 12)).feed(Weekdays.from("2024-03-11", 13));

        verify(portfolio).setHoldings("AAPL", 1.0);
        verify(portfolio, never()).order(eq("AAPL"), anyDouble());
        assertThat(driver).orderedNothing();
    }

    @Test
    void what_was_not_announced_is_refused_and_so_is_what_is_missing() {
        assertThatThrownBy(() -> StrategyDriver.of(Desk.Trader.class)
                        .with(Desk.Signal.class, () -> 1)
                        .with(Broker.class, mock(Broker.class))
                        .with(Clerk.class, mock(Clerk.class))
                        .build()
                        .deploy())
                .hasMessage("nothing was generated to replace Signal"
                        + "\n    why:  Dagger fixes a graph when it is compiled, so that the compiler must be told what tests replace"
                        + "\n    fix:  say so on the test class that calls StrategyDriver.of: @StrategyTest(value = ...,"
                        + " replaces = Signal.class)");
        assertThatThrownBy(() -> StrategyDriver.of(Desk.Trader.class)
                        .with(Broker.class, mock(Broker.class))
                        .build()
                        .deploy())
                .hasMessageContaining("Clerk is to be replaced, and there is nothing to put in its place");
    }
}
