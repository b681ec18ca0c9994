package io.trainyard.samples.geneticcrossover;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.trainyard.host.BacktestResult;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

@StrategyTest(GeneticCrossover.class)
final class GeneticCrossoverTest {

    @Test
    void searches_on_every_sunday_that_has_enough_closes(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-31T17:00");

        assertThat(driver)
                .failed("evolve")
                .times(21)
                .trained("evolve")
                .times(32)
                .isModelReady()
                .ordered("AAPL");
    }

    @Test
    void a_second_host_restores_the_genotype_and_goes_on_from_it_to_the_same(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        Genotype<IntegerGene> first = driver.strategy(GeneticCrossover.class).best;
        double[] closes = driver.parts().history().closes("AAPL", 504);
        driver.fail("evolve", new IllegalStateException("not this time")).restart();
        Genotype<IntegerGene> second = driver.strategy(GeneticCrossover.class).best;

        assertThat(second).isNotSameAs(first).isEqualTo(first);
        assertThat(CrossoverSearch.search(closes, List.of(second), 5, generation -> {}))
                .isEqualTo(CrossoverSearch.search(closes, List.of(first), 5, generation -> {}));
    }

    @Test
    void is_never_worse_than_what_it_goes_on_from(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        Genotype<IntegerGene> last = driver.strategy(GeneticCrossover.class).best;
        double[] closes = driver.parts().history().closes("AAPL", 504);

        for (long seed = 0; seed < 20; seed++) {
            Genotype<IntegerGene> next = CrossoverSearch.search(closes, List.of(last), seed, generation -> {});
            assertThat(CrossoverSearch.fitness(next, closes))
                    .isGreaterThanOrEqualTo(CrossoverSearch.fitness(last, closes));
        }
    }

    @Test
    void comes_near_to_the_best_of_all_rules(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        double[] closes = driver.parts().history().closes("AAPL", 504);
        List<Double> all = new ArrayList<>();
        for (int fast = 1; fast <= 30; fast++) {
            for (int longer = 1; longer <= CrossoverSearch.LONGEST - 30; longer++) {
                all.add(new Crossover(fast, fast + longer).growth(closes, CrossoverSearch.LONGEST - 1));
            }
        }
        all.sort(null);
        double found = CrossoverSearch.fitness(CrossoverSearch.search(closes, List.of(), 1, generation -> {}), closes);

        assertThat(found).isGreaterThanOrEqualTo(all.get(all.size() * 99 / 100));
    }

    @Test
    void ends_in_the_generation_in_which_it_is_told_to(StrategyDriver driver) {
        driver.market(new SampleBars()).advanceTo("2013-12-27T17:00");
        double[] closes = driver.parts().history().closes("AAPL", 504);
        List<Integer> generations = new ArrayList<>();

        assertThatThrownBy(() -> CrossoverSearch.search(closes, List.of(), 1, generation -> {
                    generations.add(generation);
                    if (generation == 3) {
                        throw new IllegalStateException("over its limit");
                    }
                }))
                .hasMessage("over its limit");
        assertThat(generations).containsExactly(1, 2, 3);
    }

    @Test
    void every_genotype_is_a_rule() {
        for (int i = 0; i < 20_000; i++) {
            Crossover rule = CrossoverSearch.rule(CrossoverSearch.RULES.newInstance());
            assertThat(rule.fast()).isBetween(1, 30);
            assertThat(rule.slow()).isGreaterThan(rule.fast()).isLessThanOrEqualTo(CrossoverSearch.LONGEST);
        }
    }

    @Test
    void a_rule_is_paid_for_what_comes_after_it_less_costs() {
        Crossover rule = new Crossover(1, 2);
        double[] closes = {10, 9, 10, 11, 10, 9};

        assertThat(rule.isInvested(closes, 0)).as("too few closes").isFalse();
        assertThat(rule.isInvested(closes, 2)).isTrue();
        // invested after 10 and 11, so it earns 10 to 11 and 11 to 10, and pays to go in and out
        assertThat(rule.growth(closes, 1)).isCloseTo(-0.002, within(1e-12));
        assertThat(rule.growth(Arrays.copyOf(closes, 4), 1)).isCloseTo(Math.log(1.1) - 0.001, within(1e-12));
    }

    @Test
    void trains_every_sunday_of_a_year_of_spy() {
        BacktestResult result = Trainyard.backtest(GeneticCrossover.class)
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
