package io.trainyard.testkit;

import io.trainyard.host.Restoration;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.training.TrainingBudget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One process of a strategy under test, on the engine of one of the modes. */
sealed interface Stage permits BacktestStage, LiveStage {

    TestedWiring wiring();

    void deploy();

    /** What market time it is. */
    Instant now();

    /** When something happens next by itself, without bars; empty if nothing does. */
    Optional<Instant> next();

    void advanceTo(Instant time);

    /** A slice has come; time passes to it. */
    void take(Slice slice);

    /** Says what is to become of a run that is at work; false if none is. */
    boolean tell(String training, Directive directive);

    /** The trainings that are at work and wait for the test. */
    List<String> atWork();

    /** Lets a training that is paused run again. */
    void resume(String training);

    /** Uses all of the budget that is left. */
    void exhaustBudget();

    TrainingBudget budget();

    List<Order> orders();

    List<Fill> fills();

    List<Restoration> restorations();

    Optional<Instant> nextDue(String training);

    /** Ends the process in good order. */
    void stop();

    /** Ends the process in no order at all. */
    void die();
}
