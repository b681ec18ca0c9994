package io.trainyard.samples.tensorflownetwork;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.models.tensorflow.TensorFlowModel;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@StrategyTest(TensorFlowNetwork.class)
final class TensorFlowNetworkTest {

    @Test
    void a_second_host_restores_the_network_to_the_same_bit(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-03-15T17:00");
        TensorFlowModel trained = driver.strategy(TensorFlowNetwork.class).network;
        double[] said = said(trained);

        driver.restart().advanceTo("2013-03-16T12:00");

        TensorFlowModel restored = driver.strategy(TensorFlowNetwork.class).network;
        assertThat(restored).isNotSameAs(trained);
        assertThat(said(restored)).containsExactly(said);
        assertThat(said).doesNotHaveDuplicates();
    }

    private static double[] said(TensorFlowModel network) {
        double[][] said = network.predict(new double[][] {{430}, {440}, {450}, {460}});
        double[] prices = new double[said.length];
        for (int i = 0; i < said.length; i++) {
            prices[i] = said[i][0];
        }
        return prices;
    }

    @Test
    void says_prices_that_rise_with_the_price_it_is_told(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-03-15T17:00");

        double[] said = said(driver.strategy(TensorFlowNetwork.class).network);

        // LEAN's demonstration says one price whatever it is told
        assertThat(said).isSorted();
        assertThat(said[1]).isBetween(400.0, 480.0);
    }

    @Test
    void trains_on_each_monday_on_which_there_is_a_market(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-04-01T17:00");

        assertThat(driver)
                .failed("fit")
                .at("2013-02-11T08:30")
                .trained("fit")
                .at("2013-02-25T08:30")
                .trained("fit")
                .times(6);
    }

    @Test
    void trades_in_a_year_of_apple_and_comes_to_the_same_again() {
        BacktestResult result = Trainyard.backtest(TensorFlowNetwork.class)
                .bars(new SampleBars())
                .run();
        BacktestResult again = Trainyard.backtest(TensorFlowNetwork.class)
                .bars(new SampleBars())
                .run();

        assertThat(result.orders()).isNotEmpty().isEqualTo(again.orders());
    }

    @Test
    void trades_spy() {
        BacktestResult result = Trainyard.backtest(TensorFlowNetwork.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2013-01-02"))
                .to(LocalDate.parse("2013-12-31"))
                .run();

        assertThat(result.orders()).isNotEmpty();
    }
}
