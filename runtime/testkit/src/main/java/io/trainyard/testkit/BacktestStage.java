package io.trainyard.testkit;

import io.trainyard.host.Restoration;
import io.trainyard.host.SteppedBacktest;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.training.TrainingBudget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A backtest that the test turns. */
record BacktestStage(SteppedBacktest backtest, TestedWiring wiring) implements Stage {

    @Override
    public void deploy() {
        backtest.deploy();
    }

    @Override
    public Instant now() {
        return backtest.now();
    }

    @Override
    public Optional<Instant> next() {
        return backtest.next();
    }

    @Override
    public void advanceTo(Instant time) {
        backtest.advanceTo(time);
    }

    @Override
    public void take(Slice slice) {
        backtest.take(slice);
    }

    /** Trainings of a backtest are never at work while the test is. */
    @Override
    public boolean tell(String training, Directive directive) {
        return false;
    }

    @Override
    public List<String> atWork() {
        return List.of();
    }

    @Override
    public void resume(String training) {
        backtest.resume(training);
    }

    @Override
    public void exhaustBudget() {
        budget().use(budget().room(now()), now());
    }

    @Override
    public TrainingBudget budget() {
        return backtest.budget();
    }

    @Override
    public List<Order> orders() {
        return backtest.orders();
    }

    @Override
    public List<Fill> fills() {
        return backtest.fills();
    }

    @Override
    public List<Restoration> restorations() {
        return backtest.restorations();
    }

    @Override
    public Optional<Instant> nextDue(String training) {
        return backtest.nextDue(training);
    }

    @Override
    public void stop() {
        backtest.end();
    }

    @Override
    public void die() {
        // what it holds in memory is all that there is of it
    }
}
