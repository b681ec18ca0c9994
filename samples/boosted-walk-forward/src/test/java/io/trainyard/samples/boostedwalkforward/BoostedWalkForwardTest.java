package io.trainyard.samples.boostedwalkforward;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.learning.Span;
import io.trainyard.learning.splits.Fold;
import io.trainyard.learning.splits.Walk;
import io.trainyard.learning.splits.WalkForwardSplits;
import io.trainyard.market.Bar;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import org.junit.jupiter.api.Test;

@StrategyTest(BoostedWalkForward.class)
final class BoostedWalkForwardTest {

    private static final Duration PURGE = Duration.ofDays(11); // that of the annotation

    @Test
    void trains_every_sunday_once_a_test_of_the_walk_is_over(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-31T17:00");

        assertThat(driver).failed("fit").times(36).trained("fit").times(16).isModelReady();
        assertThat(driver.trainings().get(35).outcome().problem().orElseThrow().toString())
                .contains("no test of the walk forward is over yet");
    }

    @Test
    void a_second_host_restores_the_booster_and_predicts_the_same_bits(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        Examples days = days(driver);
        Booster first = driver.strategy(BoostedWalkForward.class).booster;
        double[] predicted = Trees.predict(first, rows(days));
        double edge = Trees.edge(first);
        driver.fail("fit", new IllegalStateException("not this time")).restart();
        Booster second = driver.strategy(BoostedWalkForward.class).booster;

        assertThat(second).isNotSameAs(first);
        assertThat(Trees.predict(second, rows(days))).isEqualTo(predicted);
        assertThat(Trees.edge(second)).isEqualTo(edge);
    }

    @Test
    void the_same_training_gives_the_same_bytes(StrategyDriver driver) throws Exception {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        Examples days = days(driver);
        int[] all = IntStream.range(0, days.size()).toArray();
        Booster first = Trees.train(days, all, 20, 0.5);
        Booster second = Trees.train(days, all, 20, 0.5);

        assertThat(second.toByteArray("ubj")).isEqualTo(first.toByteArray("ubj"));
        first.dispose();
        second.dispose();
    }

    @Test
    void a_row_is_known_at_its_close_and_its_label_within_the_purge(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        List<Bar> bars = driver.parts().history().bars("AAPL", 504);
        Examples all = Examples.of(bars);

        for (int i = 0; i < all.size(); i++) {
            int event = all.label(i).event();
            assertThat(all.row(i)).isEqualTo(Examples.latest(bars.subList(0, event + 1)));
            Span span = all.spans().get(i);
            assertThat(span.start()).isEqualTo(bars.get(event).end());
            assertThat(Duration.between(span.start(), span.end())).isLessThanOrEqualTo(PURGE);
        }
        assertThat(all.label(all.size() - 1).event()).isEqualTo(bars.size() - 6);
    }

    @Test
    void what_comes_later_changes_no_fold_and_no_booster(StrategyDriver driver) throws Exception {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        List<Bar> bars = driver.parts().history().bars("AAPL", 504);
        Instant sunday = Instant.parse("2013-11-10T13:00:00Z");
        Walk walk = WalkForwardSplits.rolling(Period.ofMonths(6), Period.ofMonths(1))
                .purge(PURGE)
                .embargo(Duration.ofDays(2))
                .zone(ZoneId.of("America/New_York"))
                .asOf(sunday);
        Examples then = Examples.of(
                bars.stream().filter(bar -> !bar.end().isAfter(sunday)).toList());
        Examples later = Examples.of(bars);

        assertThat(walk.latest(later.spans())).isEqualTo(walk.latest(then.spans()));
        List<Fold> folds = walk.folds(then.spans());
        assertThat(folds).isNotEmpty();
        for (int k = 0; k < folds.size(); k++) {
            Fold fold = walk.folds(later.spans()).get(k);
            assertThat(fold.train()).isEqualTo(folds.get(k).train());
            assertThat(fold.test()).isEqualTo(folds.get(k).test());
        }
        Booster known = Trees.train(then, walk.latest(then.spans()), 20, 0);
        Booster all = Trees.train(later, walk.latest(later.spans()), 20, 0);
        assertThat(all.toByteArray("ubj")).isEqualTo(known.toByteArray("ubj"));
        known.dispose();
        all.dispose();
    }

    @Test
    void trains_every_sunday_of_a_quarter_of_spy() {
        BacktestResult result = Trainyard.backtest(BoostedWalkForward.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2015-01-02"))
                .to(LocalDate.parse("2015-03-31"))
                .run();

        assertThat(result.trainings())
                .hasSize(13)
                .allMatch(run -> run.outcome().problem().isEmpty());
    }

    private static Examples days(StrategyDriver driver) {
        return Examples.of(driver.parts().history().bars("AAPL", 504));
    }

    private static double[][] rows(Examples examples) {
        return IntStream.range(0, examples.size()).mapToObj(examples::row).toArray(double[][]::new);
    }
}
