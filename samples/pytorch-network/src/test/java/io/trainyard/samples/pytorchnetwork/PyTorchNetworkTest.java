package io.trainyard.samples.pytorchnetwork;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.host.Backtest;
import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.models.djl.Network;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

@StrategyTest(PyTorchNetwork.class)
final class PyTorchNetworkTest {

    @Test
    void a_second_host_restores_the_network_to_the_same_bit(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-03-15T17:00");
        Network trained = driver.strategy(PyTorchNetwork.class).network;
        double[] said = said(trained);

        driver.restart().advanceTo("2013-03-16T12:00");

        Network restored = driver.strategy(PyTorchNetwork.class).network;
        assertThat(restored).isNotSameAs(trained);
        assertThat(said(restored)).containsExactly(said);
        assertThat(said).doesNotHaveDuplicates();
    }

    private static double[] said(Network network) {
        return DoubleStream.of(-2, -1, 0, 1, 2)
                .map(move -> NextMove.after(move, network))
                .toArray();
    }

    @Test
    void waits_for_thirty_two_days_and_trains_on_every_one_since(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-03-01T17:00");

        assertThat(driver)
                .failed("fit")
                .at("2013-02-15T08:30")
                .trained("fit")
                .at("2013-02-19T08:30")
                .trained("fit")
                .times(9);
    }

    @Test
    void trades_apple_and_comes_to_the_same_again() {
        Backtest spring =
                Trainyard.backtest(PyTorchNetwork.class).bars(new SampleBars()).to(LocalDate.parse("2013-04-30"));
        BacktestResult result = spring.run();

        assertThat(result.orders()).isNotEmpty().isEqualTo(spring.run().orders());
    }

    @Test
    void trades_spy() {
        BacktestResult result = Trainyard.backtest(PyTorchNetwork.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2013-01-02"))
                .to(LocalDate.parse("2013-05-31"))
                .run();

        assertThat(result.orders()).isNotEmpty();
    }

    @Test
    void there_are_no_moves_of_a_price_that_is_not_known() {
        assertThatThrownBy(() -> Moves.of(List.of(), 31))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("32 days are needed, and 0 are known so far");
    }
}
