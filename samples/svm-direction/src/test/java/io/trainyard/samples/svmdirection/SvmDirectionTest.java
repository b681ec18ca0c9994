package io.trainyard.samples.svmdirection;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.Bar;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

@StrategyTest(SvmDirection.class)
final class SvmDirectionTest {

    @Test
    void trains_every_sunday_that_has_enough_bars_and_trades(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-31T17:00");

        assertThat(driver)
                .failed("fit")
                .times(16)
                .trained("fit")
                .times(37)
                .isModelReady()
                .ordered("AAPL");
        assertThat(driver.trainings().get(52).outcome().problem()).isEmpty();
    }

    @Test
    void a_second_host_restores_machine_and_scaling_and_reckons_the_same_bits(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        Direction first = driver.strategy(SvmDirection.class).direction;
        driver.fail("fit", new IllegalStateException("not this time")).restart();
        Direction second = driver.strategy(SvmDirection.class).direction;

        assertThat(second).isNotSameAs(first);
        Examples days = Examples.of(driver.parts().history().bars("AAPL", 504));
        for (int row = 0; row < days.size(); row++) {
            assertThat(second.margin(days.row(row))).isEqualTo(first.margin(days.row(row)));
        }
        assertThat(second.scaling()).isEqualTo(first.scaling());
    }

    @Test
    void the_same_training_gives_the_same_bytes(StrategyDriver driver) throws Exception {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        Examples days = Examples.of(driver.parts().history().bars("AAPL", 504));
        DirectionCodec codec = new DirectionCodec();

        byte[] bytes = codec.write(Direction.through(days));
        assertThat(codec.write(Direction.through(days))).isEqualTo(bytes);
        assertThat(codec.write(codec.read(bytes, codec.version()))).isEqualTo(bytes);
    }

    @Test
    void a_row_is_known_at_its_close_and_its_label_a_day_later(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        List<Bar> bars = driver.parts().history().bars("AAPL", 504);
        Examples all = Examples.of(bars);

        for (int row = 0; row < all.size(); row++) {
            int day = Examples.BARS - 1 + row;
            assertThat(all.row(row)).isEqualTo(Examples.latest(bars.subList(0, day + 1)));
            assertThat(all.rises(row))
                    .isEqualTo(bars.get(day + 1).close() > bars.get(day).close());
        }
        assertThat(Examples.BARS - 1 + all.size())
                .as("the last day has no label yet")
                .isEqualTo(bars.size() - 1);
    }

    @Test
    void finds_a_rule_that_is_there_whatever_the_units_of_the_features() {
        Random random = new Random(3);
        double[][] rows = new double[400][];
        boolean[] rises = new boolean[rows.length];
        for (int row = 0; row < rows.length; row++) {
            double tells = random.nextGaussian();
            rows[row] = new double[] {tells / 1e6, 1e9 * random.nextGaussian(), 7};
            rises[row] = tells > 0;
        }
        Examples all = new Examples(rows, rises);

        assertThat(Direction.through(all.range(0, 300)).hitRate(all.range(300, 400)))
                .isGreaterThan(0.9);
    }

    @Test
    void says_that_the_features_have_changed_since_the_training() {
        Scaling two = Scaling.of(new double[][] {{1, 2}, {3, 2}});

        assertThat(two).isEqualTo(new Scaling(List.of(2.0, 2.0), List.of(1.0, 1.0)));
        assertThatThrownBy(() -> two.scale(new double[3])).hasMessageContaining("train again");
    }

    @Test
    void trains_every_sunday_of_half_a_year_of_spy() {
        BacktestResult result = Trainyard.backtest(SvmDirection.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2013-07-01"))
                .to(LocalDate.parse("2013-12-31"))
                .run();

        assertThat(result.trainings())
                .hasSize(27)
                .allMatch(run -> run.outcome().problem().isEmpty());
        assertThat(result.orders()).isNotEmpty();
    }
}
