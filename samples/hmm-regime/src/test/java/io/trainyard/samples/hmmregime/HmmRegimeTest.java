package io.trainyard.samples.hmmregime;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Resolution;
import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.learning.hmm.HmmState;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@StrategyTest(HmmRegime.class)
final class HmmRegimeTest {

    @Test
    void trains_from_the_first_sunday_on_with_three_months_of_returns_and_says_why_not_before(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-31T17:00");

        assertThat(driver).failed("fit").times(14).trained("fit").times(39).isModelReady();
        assertThat(driver).trained("fit").at("2013-04-07T08:00");
        assertThat(driver.story()).contains("daily returns").contains("60");
    }

    @Test
    void tells_a_calm_regime_from_a_rough_one(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-31T17:00");

        HmmRegime strategy = driver.strategy(HmmRegime.class);
        HmmState calm = strategy.regimes.states().get(HmmRegime.CALM);
        HmmState rough = strategy.regimes.states().get(1);
        assertThat(calm.deviation(0)).isLessThan(rough.deviation(0) / 2);
        assertThat(strategy.calmTomorrow(driver.parts().history())).isBetween(0.0, 1.0);
    }

    @Test
    void a_second_host_restores_the_regimes_and_reckons_the_same_bits(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-08-30T17:00");
        HmmRegime first = driver.strategy(HmmRegime.class);
        double calm = first.calmTomorrow(driver.parts().history());

        driver.fail("fit", new IllegalStateException("not this time")).restart();
        HmmRegime second = driver.strategy(HmmRegime.class);

        assertThat(second.regimes).isEqualTo(first.regimes).isNotSameAs(first.regimes);
        assertThat(second.calmTomorrow(driver.parts().history())).isEqualTo(calm);
    }

    @Test
    void what_a_day_is_told_to_be_does_not_change_when_later_days_are_known(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-08-30T17:00");
        HmmRegime strategy = driver.strategy(HmmRegime.class);
        List<Bar> bars = driver.parts().history().bars("AAPL", 1001);

        double[][] once = strategy.regimes.filtered(HmmRegime.returns(bars.subList(0, 100)));
        double[][] later = strategy.regimes.filtered(HmmRegime.returns(bars));
        assertThat(Arrays.copyOf(later, once.length)).isDeepEqualTo(once);
    }

    /** The market lost nearly half of its value in these twelve months. */
    @Test
    void stays_out_of_most_of_the_crash_of_2008() {
        LeanFolder bars = LeanFolder.at(LeanData.folder());
        BacktestResult result = Trainyard.backtest(HmmRegime.class)
                .bars(bars)
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2008-04-01"))
                .to(LocalDate.parse("2009-03-31"))
                .run();

        assertThat(result.trainings())
                .hasSize(53)
                .allMatch(run -> run.outcome().problem().isEmpty());
        assertThat(drawdown(bars.between(LocalDate.parse("2008-04-01"), LocalDate.parse("2009-03-31"))
                        .load(new Subscription("SPY", Resolution.DAILY))))
                .isGreaterThan(0.45);
        assertThat(result.performance().maxDrawdown().orElseThrow().fraction()).isLessThan(0.2);
    }

    private static double drawdown(BarSeries series) {
        double peak = 0;
        double deepest = 0;
        for (int i = 0; i < series.size(); i++) {
            double close = series.bar(i).close();
            peak = Math.max(peak, close);
            deepest = Math.max(deepest, 1 - close / peak);
        }
        return deepest;
    }
}
