package io.trainyard.samples.geneticcrossover;

import static io.trainyard.Resolution.DAILY;
import static java.time.DayOfWeek.SUNDAY;

import io.jenetics.Genotype;
import io.jenetics.IntegerGene;
import io.trainyard.OnData;
import io.trainyard.Stored;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.Train;
import io.trainyard.market.History;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.training.Training;
import java.util.List;

@Strategy(zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class GeneticCrossover {

    private static final int TWO_YEARS = 504;
    private static final int FEWEST = CrossoverSearch.LONGEST + 20;

    @Stored("genetic-crossover/best")
    Genotype<IntegerGene> best;

    @Train
    @Train(day = SUNDAY, at = "08:00")
    Genotype<IntegerGene> evolve(History history, Training training) {
        double[] closes = history.closes("AAPL", TWO_YEARS);
        if (closes.length < FEWEST) {
            throw new IllegalStateException(
                    closes.length + " closes are too few to tell one rule from another: " + FEWEST + " are needed");
        }
        // last week's best is among the first generation: the search goes on instead of beginning anew
        List<Genotype<IntegerGene>> start = best == null ? List.of() : List.of(best);
        Genotype<IntegerGene> found = CrossoverSearch.search(
                closes,
                start,
                training.startedAt().getEpochSecond(), // another chance each week, the same in each run
                generation -> training.progress((double) generation / CrossoverSearch.GENERATIONS, "generations"));
        Crossover rule = CrossoverSearch.rule(found);
        training.parameter("rule", rule.fast() + " over " + rule.slow());
        training.metric("growth", CrossoverSearch.fitness(found, closes));
        return found;
    }

    @OnData
    void trade(Slice slice, History history, Portfolio portfolio) {
        double[] closes = history.closes("AAPL", CrossoverSearch.LONGEST);
        boolean invested = CrossoverSearch.rule(best).isInvested(closes, closes.length - 1);
        if (invested && !portfolio.isInvested()) {
            portfolio.setHoldings("AAPL", 1.0);
        } else if (!invested && portfolio.isInvested()) {
            portfolio.liquidate();
        }
    }
}
