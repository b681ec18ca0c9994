package io.trainyard.host;

import io.trainyard.market.Tape;
import io.trainyard.portfolio.EquityCurve;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.portfolio.Performance;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.TrainingRun;
import java.time.Instant;
import java.util.List;

/**
 * What came of a backtest.
 *
 * @param strategy the strategy as declared
 * @param from market time of the deployment
 * @param to market time of the end, exclusive for trainings, inclusive for bars
 * @param slices how many slices the strategy was offered
 * @param withheld how many of them handlers did not get because models were not ready
 * @param restorations what deployment found in the store, one for each stored field
 * @param trainings what became of every training that was due
 * @param models the stored models at the end
 * @param orders every order
 * @param fills every fill
 * @param startEquity the cash at the beginning
 * @param equity the equity after every slice
 * @param tape the bars that it ran over
 */
public record BacktestResult(
        StrategyDefinition strategy,
        Instant from,
        Instant to,
        long slices,
        long withheld,
        List<Restoration> restorations,
        List<TrainingRun> trainings,
        List<ModelStatus> models,
        List<Order> orders,
        List<Fill> fills,
        double startEquity,
        EquityCurve equity,
        Tape tape) {

    /** Copies the lists. */
    public BacktestResult {
        restorations = List.copyOf(restorations);
        trainings = List.copyOf(trainings);
        models = List.copyOf(models);
        orders = List.copyOf(orders);
        fills = List.copyOf(fills);
    }

    /** What became of the money; days are those of the strategy's zone. Reckoned anew at each call. */
    public Performance performance() {
        return Performance.of(startEquity, equity, orders.size(), fills, strategy.zone());
    }
}
