package io.trainyard.samples.sundaytrend;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.SampleBars;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@StrategyTest(SundayTrend.class)
final class SundayTrendTest {

    @BeforeEach
    void bars(StrategyDriver driver) {
        driver.market(new SampleBars());
    }

    @Test
    void trains_at_deployment_and_on_every_sunday_of_the_year(StrategyDriver driver) {
        driver.advanceTo("2013-12-31T17:00");

        assertThat(driver)
                .trained("fit")
                .times(53)
                .trained("fit")
                .at("2013-01-02")
                .trained("fit")
                .at("2013-12-29T08:00")
                .isModelReady();
    }

    @Test
    void is_invested_when_the_last_line_rises(StrategyDriver driver, SundayTrend strategy) {
        driver.advanceTo("2013-12-31T17:00");

        assertThat(strategy.line.slope()).isPositive();
        assertThat(driver)
                .hasOrders(3)
                .ordered("AAPL", 226)
                .ordered("AAPL", -226)
                .holds("AAPL", 199);
    }

    @Test
    void the_driver_comes_to_the_same_as_a_backtest(StrategyDriver driver) {
        driver.advanceTo("2013-12-31T17:00");
        BacktestResult result =
                Trainyard.backtest(SundayTrend.class).bars(new SampleBars()).run();

        assertThat(driver.orders()).isEqualTo(result.orders());
        assertThat(driver.fills()).isEqualTo(result.fills());
        assertThat(driver.trainings()).hasSameSizeAs(result.trainings());
    }

    @Test
    void goes_on_with_the_old_line_when_a_training_is_not_afforded(StrategyDriver driver) {
        driver.advanceTo("2013-06-02T07:59").exhaustBudget();
        driver.advanceTo("2013-06-02T08:00");

        assertThat(driver).denied("fit").at("2013-06-02T08:00").isModelReady().hasVersions("sunday-trend/line", 22);
    }

    @Test
    void goes_on_with_the_old_line_when_a_training_fails_or_hangs(StrategyDriver driver) {
        driver.advanceTo("2013-06-01");
        driver.fail("fit", new IllegalStateException("no data")).hang("fit");
        driver.advanceTo("2013-06-10");

        assertThat(driver)
                .failed("fit")
                .at("2013-06-02T08:00")
                .exceededLimit("fit")
                .at("2013-06-09T08:00")
                .isModelReady()
                .hasBudgetLeft(
                        Duration.ofMinutes(20).plus(Duration.ofMinutes(10).dividedBy(3)));
    }

    @Nested
    @StrategyTest(value = SundayTrend.class, mode = io.trainyard.testkit.Mode.LIVE)
    final class Live {

        @Test
        void trades_on_the_old_line_while_a_new_one_is_trained(StrategyDriver driver, SundayTrend strategy) {
            driver.letTrainingsRun().advanceTo("2013-06-08").holdTrainings();
            Line before = strategy.line;
            driver.advanceTo("2013-06-09T08:05");
            assertThat(driver).isAtWork("fit").isModelReady();
            assertThat(strategy.line).isEqualTo(before);

            driver.complete("fit");
            assertThat(driver).trained("fit").at("2013-06-09T08:00").endingAt("2013-06-09T08:05");
            assertThat(strategy.line).isNotEqualTo(before);
        }

        @Test
        void a_process_that_follows_one_that_died_makes_up_for_the_sunday_that_it_missed(StrategyDriver driver) {
            driver.letTrainingsRun().advanceTo("2013-06-08");
            driver.crash().advanceTo("2013-06-09T12:00").restart();

            assertThat(driver).trained("fit").at("2013-06-09T08:00").endingAt("2013-06-09T12:00");
        }
    }

    @Test
    void a_line_goes_through_points_that_lie_on_one() {
        Line line = Line.through(new double[] {3, 5, 7, 9});

        assertThat(line.intercept()).isCloseTo(3, within(1e-12));
        assertThat(line.slope()).isCloseTo(2, within(1e-12));
    }

    @Test
    void a_line_through_nothing_is_flat() {
        assertThat(Line.through(new double[0])).isEqualTo(new Line(0, 0));
        assertThat(Line.through(new double[] {4})).isEqualTo(new Line(4, 0));
    }
}
