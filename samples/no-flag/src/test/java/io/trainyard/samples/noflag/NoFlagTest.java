package io.trainyard.samples.noflag;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.testkit.Mode;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import io.trainyard.testkit.TimelineEvent;
import io.trainyard.training.ModelState;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In virtual time: a training that takes ten minutes, and a bar that comes after five. */
final class NoFlagTest {

    @StrategyTest(value = NoFlag.class, mode = Mode.LIVE)
    void trades_on_the_old_band_while_a_slow_training_makes_the_new_one(StrategyDriver driver) {
        driver.market(new SampleBars()).letTrainingsRun().advanceTo("2013-05-30T17:00");
        NoFlag strategy = driver.strategy(NoFlag.class);
        Band old = strategy.band;
        driver.holdTrainings().complete("fit", java.time.Duration.ofMinutes(9));

        driver.advanceTo("2013-05-31T16:02");
        assertThat(driver).isAtWork("fit").isModelReady();
        assertThat(lastSlice(driver)).contains("handled by trade");
        assertThat(strategy.band).isSameAs(old);

        driver.advanceTo("2013-05-31T16:04");
        assertThat(driver)
                .trained("fit")
                .at("2013-05-31T15:55")
                .endingAt("2013-05-31T16:04")
                .isModelReady();
        assertThat(strategy.band).isNotEqualTo(old);
    }

    @StrategyTest(value = NoFlagByHand.class, mode = Mode.LIVE)
    void the_guard_is_closed_while_a_slow_training_writes_the_fields_itself(StrategyDriver driver) {
        driver.market(new SampleBars()).letTrainingsRun().advanceTo("2013-05-30T17:00");
        NoFlagByHand strategy = driver.strategy(NoFlagByHand.class);
        driver.holdTrainings().complete("fit", java.time.Duration.ofMinutes(9));

        driver.advanceTo("2013-05-31T16:02");
        assertThat(driver)
                .isAtWork("fit")
                .isNotModelReady()
                .hasModel("no-flag-by-hand/low", ModelState.TRAINING)
                .hasModel("no-flag-by-hand/high", ModelState.TRAINING);
        assertThat(lastSlice(driver)).contains("watch").doesNotContain("trade");

        driver.advanceTo("2013-05-31T16:04");
        assertThat(driver).isModelReady();
        assertThat(strategy.low).isLessThan(strategy.high);
        driver.advanceTo("2013-06-03T16:00");
        assertThat(lastSlice(driver)).contains("trade");
    }

    @StrategyTest(value = NoFlagByHand.class, mode = Mode.LIVE)
    void a_training_that_breaks_off_leaves_the_guard_closed_and_nothing_held(StrategyDriver driver) {
        driver.market(new SampleBars()).letTrainingsRun().advanceTo("2013-06-21T17:00");
        assertThat(driver.parts().portfolio().isInvested()).isTrue();
        driver.holdTrainings().fail("fit", new IllegalStateException("no data"));

        driver.advanceTo("2013-07-02T17:00");
        assertThat(driver).failed("fit").at("2013-06-28T15:55").hasModel("no-flag-by-hand/low", ModelState.FAILED);
        assertThat(driver).holds("AAPL", 0);
    }

    @StrategyTest(NoFlag.class)
    void a_second_host_restores_the_same_band(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        Band trained = driver.strategy(NoFlag.class).band;
        driver.fail("fit", new IllegalStateException("not this time")).restart();

        assertThat(driver.strategy(NoFlag.class).band).isEqualTo(trained).isNotSameAs(trained);
    }

    @Test
    void both_variants_do_the_same_over_a_year_where_trainings_are_in_step() {
        BacktestResult whole =
                Trainyard.backtest(NoFlag.class).bars(new SampleBars()).run();
        BacktestResult byHand =
                Trainyard.backtest(NoFlagByHand.class).bars(new SampleBars()).run();

        assertThat(whole.fills()).isNotEmpty().isEqualTo(byHand.fills());
    }

    @Test
    void trains_every_friday_of_a_year_of_spy() {
        BacktestResult result = Trainyard.backtest(NoFlag.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2011-01-03"))
                .to(LocalDate.parse("2011-12-31"))
                .run();

        assertThat(result.trainings())
                .hasSize(53)
                .allMatch(run -> run.outcome().problem().isEmpty());
        assertThat(result.orders()).isNotEmpty();
    }

    private static String lastSlice(StrategyDriver driver) {
        List<TimelineEvent> slices = driver.timeline().events(TimelineEvent.Kind.SLICE);
        return slices.get(slices.size() - 1).text();
    }
}
