package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.testkit.Mode;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.TimelineEvent;
import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.training.ModelState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The engine from end to end, in both modes, on a market clock that is the test's: what becomes of trainings when things go wrong. */
@Timeout(60)
final class EndToEndTest {

    /** 2024-01-01 is a Monday. */
    private static StrategyDriver careful(Mode mode) {
        return StrategyDriver.of(Careful.class)
                .mode(mode)
                .startingAt("2024-01-01")
                .build()
                .letTrainingsRun();
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_the_budget_does_not_afford_waits_until_it_does(Mode mode) {
        try (StrategyDriver driver = careful(mode)) {
            driver.deploy().exhaustBudget().advanceTo("2024-01-02T05:00");

            // 15 minutes come back in a day, 10 minutes in 16 hours
            assertThat(driver)
                    .denied("compare")
                    .at("2024-01-01T05:30")
                    .trained("fit")
                    .at("2024-01-01T06:00")
                    .endingAt("2024-01-01T16:00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_run_that_throws_is_tried_again_after_a_while(Mode mode) {
        try (StrategyDriver driver = careful(mode)) {
            driver.fail("fit", new IllegalStateException("first"));
            driver.fail("fit", new IllegalStateException("second"));
            driver.advanceTo("2024-01-01T07:00");

            assertThat(driver)
                    .failed("fit")
                    .at("2024-01-01T06:00")
                    .because("second")
                    .endingAt("2024-01-01T06:05")
                    .trained("fit")
                    .at("2024-01-01T06:00")
                    .endingAt("2024-01-01T06:15");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_training_is_paused_after_failures_in_a_row_until_somebody_resumes_it(Mode mode) {
        try (StrategyDriver driver = careful(mode)) {
            failing(driver, 6);
            driver.advanceTo("2024-01-03T07:00");
            assertThat(driver)
                    .failed("fit")
                    .times(6)
                    .skipped("fit")
                    .at("2024-01-03T06:00")
                    .because("paused after 2 failures in a row")
                    .saw(Kind.PAUSED, "fit");
            if (mode == Mode.LIVE) {
                driver.restart();
                assertThat(driver).hasPaused("fit");
            }

            driver.resume("fit").advanceTo("2024-01-04T07:00");
            assertThat(driver).trained("fit").at("2024-01-04T06:00");
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_model_that_is_not_renewed_goes_stale_and_then_expires(Mode mode) {
        try (StrategyDriver driver = careful(mode)) {
            driver.market(Weekdays.from("2024-01-02", 10, 11, 12, 13)).advanceTo("2024-01-01T07:00");
            failing(driver, 9);

            driver.advanceTo("2024-01-03T06:00");
            assertThat(driver).hasModel("careful/model", ModelState.STALE);
            driver.advanceTo("2024-01-05T05:59");
            assertThat(driver).hasOrders(3).isModelReady();
            driver.advanceTo("2024-01-05T23:00");
            assertThat(driver).hasModel("careful/model", ModelState.EXPIRED).hasOrders(3);
        }
    }

    @Test
    void a_run_that_still_waits_for_its_budget_is_replaced_by_the_next() {
        try (StrategyDriver driver = careful(Mode.LIVE)) {
            driver.deploy().exhaustBudget();
            driver.advanceTo("2024-01-01T15:59").exhaustBudget();
            driver.advanceTo("2024-01-02T06:00");

            assertThat(driver).skipped("fit").at("2024-01-01T06:00").because("replaced by");
        }
    }

    @Test
    void both_modes_come_to_the_same_timeline() {
        assertThat(events(Mode.LIVE)).isEqualTo(events(Mode.BACKTEST));
    }

    private static List<TimelineEvent> events(Mode mode) {
        try (StrategyDriver driver = careful(mode)) {
            driver.market(Weekdays.from("2024-01-02", 10, 11, 12, 13, 14, 15, 16, 15, 14, 13));
            driver.advanceTo("2024-01-03T12:00").fail("fit", new IllegalStateException("no data"));
            driver.advanceTo("2024-01-09T12:00").fillStore().exhaustBudget();
            return driver.advanceTo("2024-01-20").timeline().events();
        }
    }

    private static void failing(StrategyDriver driver, int times) {
        for (int i = 0; i < times; i++) {
            driver.fail("fit", new IllegalStateException("no data"));
        }
    }
}
