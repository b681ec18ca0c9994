package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.host.Trainyard;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.testkit.Mode;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.bars.Bars;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Models that hold something outside the heap, from end to end in both modes: each is closed once, and none too early. */
@Timeout(60)
final class ClosedModelsTest {

    @BeforeEach
    void clear() {
        Handle.MADE.clear();
    }

    private static StrategyDriver handling(Mode mode) {
        return StrategyDriver.of(Handling.class)
                .mode(mode)
                .startingAt("2024-01-01")
                .build()
                .letTrainingsRun();
    }

    private static long open() {
        return Handle.MADE.stream().filter(Handle::isOpen).count();
    }

    @ParameterizedTest
    @EnumSource
    void one_model_is_open_while_the_strategy_runs_and_none_when_it_has_ended(Mode mode) {
        try (StrategyDriver driver = handling(mode)) {
            driver.market(Weekdays.from("2024-01-01", 10, 11, 12, 13, 14)).advanceTo("2024-01-05T23:00");

            assertThat(driver).trained("fit").times(5);
            assertThat(open()).isEqualTo(1);
            driver.stop();
        }
        assertThat(Handle.MADE).hasSizeGreaterThan(5).allMatch(handle -> handle.closed() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void what_is_restored_is_closed_when_it_is_replaced(Mode mode) {
        try (StrategyDriver driver = handling(mode)) {
            driver.advanceTo("2024-01-01T23:00").restart();
            assertThat(open()).isEqualTo(1);
            driver.advanceTo("2024-01-02T23:00");

            assertThat(driver).trained("fit").at("2024-01-02T06:00");
            assertThat(open()).isEqualTo(1);
            driver.stop();
        }
        assertThat(Handle.MADE).allMatch(handle -> handle.closed() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void a_training_that_fails_closes_nothing_that_serves(Mode mode) {
        try (StrategyDriver driver = handling(mode)) {
            driver.market(Weekdays.from("2024-01-01", 10, 11, 12)).advanceTo("2024-01-01T23:00");
            driver.fail("fit", new IllegalStateException("no convergence")).advanceTo("2024-01-02T23:00");

            assertThat(driver).failed("fit").at("2024-01-02T06:00");
            assertThat(open()).isEqualTo(1);
            driver.stop();
        }
        assertThat(Handle.MADE).allMatch(handle -> handle.closed() == 1);
    }

    @Test
    void a_backtest_leaves_no_model_open() {
        var result = Trainyard.backtest(Handling.class)
                .bars(Bars.daily("AAPL").from("2024-01-01").to("2024-03-29").randomWalk(7))
                .store(new MemoryStore(Quota.of(Plan.FREE)))
                .run();

        assertThat(result.trainings()).hasSizeGreaterThan(60);
        assertThat(Handle.MADE).hasSizeGreaterThan(120).allMatch(handle -> handle.closed() == 1);
    }
}
