package io.trainyard.samples.sundaytrend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.BacktestRun;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.SampleBars;
import io.trainyard.training.Outcome;
import org.junit.jupiter.api.Test;

final class SundayTrendTest {

    private final BacktestRun run =
            Trainyard.backtest(SundayTrend.class).bars(new SampleBars()).deploy();

    @Test
    void trains_at_deployment_and_on_every_sunday_of_the_year() {
        BacktestResult result = run.run();

        assertThat(result.trainings()).hasSize(53);
        assertThat(result.trainings())
                .allSatisfy(training -> assertThat(training.outcome()).isInstanceOf(Outcome.Succeeded.class));
    }

    @Test
    void is_invested_when_the_last_line_rises() {
        run.run();

        SundayTrend strategy = run.component(SundayTrend_Component.class).strategy();
        assertThat(strategy.line.slope()).isPositive();
        assertThat(run.component(SundayTrend_Component.class).guard().isModelReady())
                .isTrue();
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
