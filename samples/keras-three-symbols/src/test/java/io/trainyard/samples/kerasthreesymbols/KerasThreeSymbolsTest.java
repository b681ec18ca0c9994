package io.trainyard.samples.kerasthreesymbols;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.BarSource;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.models.keras.KerasNetwork;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import io.trainyard.testkit.bars.Bars;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

@StrategyTest(KerasThreeSymbols.class)
final class KerasThreeSymbolsTest {

    private static final float[] WEEK = {0.5f, -1, 0.25f, 2, -0.75f};

    private static BarSource walks() {
        return Bars.all(walk("SPY", 1), walk("QQQ", 2), walk("IBM", 3));
    }

    private static BarSource walk(String symbol, long seed) {
        return Bars.daily(symbol)
                .from("2023-01-03")
                .to("2023-07-31")
                .opensAt(100)
                .moves(0.01)
                .randomWalk(seed);
    }

    @Test
    void trains_a_network_for_each_symbol_before_a_week_opens_and_a_quarter_is_known(StrategyDriver driver) {
        driver.market(walks()).advanceTo("2023-04-24T17:00");

        KerasThreeSymbols strategy = driver.strategy(KerasThreeSymbols.class);
        assertThat(driver)
                .trained("fitSpy")
                .at("2023-04-03T08:30")
                .trained("fitQqq")
                .at("2023-04-24T08:40")
                .trained("fitIbm")
                .at("2023-04-24T08:50")
                .isModelReady();
        assertThat(driver.story()).contains("changes are known, and 60 are wanted");
        assertThat(said(strategy.spy)).isNotEqualTo(said(strategy.qqq)).isNotEqualTo(said(strategy.ibm));
    }

    @Test
    void a_second_host_restores_the_networks_and_predicts_the_same_bits(StrategyDriver driver) {
        driver.market(walks()).advanceTo("2023-04-18T17:00");
        KerasThreeSymbols first = driver.strategy(KerasThreeSymbols.class);
        double spy = said(first.spy);
        double ibm = said(first.ibm);
        KerasNetwork before = first.spy;

        driver.fail("fitSpy", new IllegalStateException("not this time"))
                .fail("fitQqq", new IllegalStateException("not this time"))
                .fail("fitIbm", new IllegalStateException("not this time"))
                .restart();
        KerasThreeSymbols second = driver.strategy(KerasThreeSymbols.class);

        assertThat(second.spy).isNotSameAs(before);
        assertThat(said(second.spy)).isEqualTo(spy);
        assertThat(said(second.ibm)).isEqualTo(ibm);
    }

    @Test
    void a_row_is_five_changes_and_its_label_the_change_after_them() {
        float[] changes = {1, 2, 3, 4, 5, 6, 7};

        assertThat(Changes.weeks(changes)).containsExactly(1, 2, 3, 4, 5, 2, 3, 4, 5, 6);
        assertThat(Changes.labels(changes)).containsExactly(6, 7);
        assertThat(Changes.labels(new float[3])).isEmpty();
    }

    @Test
    void begins_with_the_network_that_keras_wrote() throws Exception {
        try (KerasNetwork start = ChangeNetwork.start()) {
            assertThat(start.version()).startsWith("3.");
            assertThat(start.config()).contains("price_changes");
        }
    }

    @Test
    void two_backtests_over_a_real_quarter_come_to_the_same_orders() {
        BacktestResult result = backtest();

        assertThat(result.trainings())
                .hasSizeGreaterThan(3 * 12)
                .allMatch(run -> run.outcome().problem().isEmpty());
        assertThat(result.orders()).isNotEmpty().isEqualTo(backtest().orders());
    }

    private static BacktestResult backtest() {
        return Trainyard.backtest(KerasThreeSymbols.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .from(LocalDate.parse("2015-04-06"))
                .to(LocalDate.parse("2015-06-30"))
                .run();
    }

    private static double said(KerasNetwork network) {
        try {
            return ChangeNetwork.next(network, WEEK);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
