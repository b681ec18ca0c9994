package io.trainyard.samples.scikitregression;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tribuo.regression.slm.SparseLinearModel;

@StrategyTest(ScikitJvm.class)
final class ScikitJvmTest {

    @Test
    void trains_every_sunday_that_has_enough_closes_and_does_not_buy_again_what_it_holds(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-31T17:00");

        assertThat(driver).failed("fit").times(15).trained("fit").times(38).isModelReady();
        for (int i = 0; i < driver.orders().size(); i++) {
            assertThat(driver.orders().get(i).quantity() > 0).isEqualTo(i % 2 == 0);
        }
    }

    @Test
    void a_second_host_restores_the_model_and_predicts_the_same_bits(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        SparseLinearModel first = driver.strategy(ScikitJvm.class).model;
        driver.fail("fit", new IllegalStateException("not this time")).restart();
        SparseLinearModel second = driver.strategy(ScikitJvm.class).model;

        assertThat(second).isNotSameAs(first);
        for (double[] row :
                Lags.of(driver.parts().history().closes("AAPL", 504)).rows()) {
            assertThat(LeastSquares.predict(second, row)).isEqualTo(LeastSquares.predict(first, row));
        }
    }

    @Test
    void a_row_is_known_at_its_close_and_its_target_a_day_later() {
        double[] closes = new double[100];
        Random random = new Random(5);
        for (int i = 0; i < closes.length; i++) {
            closes[i] = 100 + random.nextDouble();
        }
        Lags lags = Lags.of(closes);

        for (int i = 0; i < lags.rows().length; i++) {
            int day = Lags.DAYS + i;
            assertThat(lags.rows()[i]).isEqualTo(Lags.latest(java.util.Arrays.copyOf(closes, day + 1)));
            assertThat(lags.targets()[i]).isEqualTo(100 * Math.log(closes[day + 1] / closes[day]));
        }
        assertThat(lags.rows().length + Lags.DAYS)
                .as("the last day has no target yet")
                .isEqualTo(closes.length - 1);
    }

    @Test
    void finds_the_numbers_by_which_targets_were_made() {
        Random random = new Random(2);
        double[][] rows = new double[200][Lags.DAYS];
        double[] targets = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            targets[i] = 0.25;
            for (int lag = 0; lag < Lags.DAYS; lag++) {
                rows[i][lag] = random.nextGaussian();
                targets[i] += (lag - 2) * rows[i][lag];
            }
        }
        SparseLinearModel model = LeastSquares.fit(new Lags(rows, targets));

        assertThat(LeastSquares.predict(model, new double[Lags.DAYS])).isCloseTo(0.25, within(1e-9));
        assertThat(LeastSquares.predict(model, new double[] {1, 0, 0, 0, 1})).isCloseTo(0.25, within(1e-9));
        assertThat(LeastSquares.predict(model, new double[] {0, 0, 0, 0, 1})).isCloseTo(2.25, within(1e-9));
    }

    @Test
    void trains_every_sunday_of_a_year_of_spy() {
        BacktestResult result = Trainyard.backtest(ScikitJvm.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2013-01-02"))
                .to(LocalDate.parse("2013-12-31"))
                .run();

        assertThat(result.trainings())
                .hasSize(53)
                .allMatch(run -> run.outcome().problem().isEmpty());
        assertThat(result.orders()).isNotEmpty();
    }
}
