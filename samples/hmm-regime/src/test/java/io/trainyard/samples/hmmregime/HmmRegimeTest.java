package io.trainyard.samples.hmmregime;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Resolution;
import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.learning.hmm.HmmState;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.time.LocalDate;
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
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        HmmRegime first = driver.strategy(HmmRegime.class);
        double calm = first.calmTomorrow(driver.parts().history());

        driver.fail("fit", new IllegalStateException("not this time")).restart();
        HmmRegime second = driver.strategy(HmmRegime.class);

        assertThat(second.regimes).isEqualTo(first.regimes).isNotSameAs(first.regimes);
        assertThat(second.calmTomorrow(driver.parts().history())).isEqualTo(calm);
    }

    /** The market lost more than half of its value from October 2007 to March 2009, and was rough for most of that time. */
    @Test
    void stays_out_of_most_of_the_crash_of_2008() {
        LeanFolder bars = LeanFolder.at(LeanData.folder());
        BacktestResult result = Trainyard.backtest(HmmRegime.class)
                .bars(bars)
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2007-07-01"))
                .to(LocalDate.parse("2009-06-30"))
                .run();

        assertThat(result.trainings())
                .hasSize(106)
                .allMatch(run -> run.outcome().problem().isEmpty());
        assertThat(drawdown(bars.between(LocalDate.parse("2007-07-01"), LocalDate.parse("2009-06-30"))
                        .load(new Subscription("SPY", Resolution.DAILY))))
                .isGreaterThan(0.5);
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
