package io.trainyard.testkit;

import io.trainyard.portfolio.Fill;
import io.trainyard.portfolio.Order;
import io.trainyard.schedule.Schedule;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingRun;
import io.trainyard.training.ledger.RunLedger;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What can be seen of a strategy under test, whatever process of it runs. */
public abstract sealed class StrategyUnderTest permits StrategyDriver {

    final World world;

    StrategyUnderTest(World world) {
        this.world = world;
    }

    /** Live, the trainings that are at work and wait for the test, the first to begin first. */
    public List<String> atWork() {
        return world.isUp() ? world.last().atWork() : List.of();
    }

    /** Market time. */
    public Instant now() {
        return world.now();
    }

    /** Market time in the strategy's zone. */
    public ZonedDateTime local() {
        return world.now().atZone(world.definition.zone());
    }

    /** The strategy as declared. */
    public StrategyDefinition definition() {
        return world.definition;
    }

    /** As what it runs. */
    public Mode mode() {
        return world.mode();
    }

    /** What happened so far. */
    public Timeline timeline() {
        return world.timeline;
    }

    /** What became of trainings so far, those of earlier processes included. */
    public List<TrainingRun> trainings() {
        return world.told.runs();
    }

    /** Every order so far, those of earlier processes included. */
    public List<Order> orders() {
        return world.orders();
    }

    /** Every fill so far, those of earlier processes included. */
    public List<Fill> fills() {
        return world.fills();
    }

    /** Tells whether models are ready; of the process that runs, or ran last. */
    public ModelGuard guard() {
        return world.last().wiring().strategy().guard();
    }

    /** Whether all models are ready. */
    public boolean isModelReady() {
        return guard().isModelReady();
    }

    /** The stored model of a key; empty if there is none of that key. */
    public Optional<ModelStatus> model(String key) {
        return guard().models().stream()
                .filter(model -> model.key().equals(key))
                .findFirst();
    }

    /** What the host lends the strategy, with what the test has replaced; of the process that runs, or ran last. */
    public HostParts parts() {
        return world.last().wiring().parts();
    }

    /**
     * The strategy's Dagger component, for instance as a dependency of one's own; of the process that runs, or ran last.
     *
     * @throws ClassCastException if the component is of another type
     */
    public <C> C component(Class<C> type) {
        return type.cast(world.last().wiring().strategy().component());
    }

    /**
     * The strategy itself; of the process that runs, or ran last.
     *
     * @throws ClassCastException if it is of another type
     */
    public <T> T strategy(Class<T> type) {
        return type.cast(new Parts((StrategyDriver) this).get(world.definition.type()));
    }

    /** What was generated for the test, null if nothing was. */
    @Nullable
    TestWiring generated() {
        return world.generated();
    }

    /** The training budget. */
    public TrainingBudget budget() {
        return world.last().budget();
    }

    /** The store, which outlives processes. */
    public StoreBackend store() {
        return world.store;
    }

    /**
     * The ledger, which outlives processes.
     *
     * @throws IllegalStateException in a backtest, which has none
     */
    public RunLedger ledger() {
        if (world.mode() == Mode.BACKTEST) {
            throw new IllegalStateException("a backtest has no ledger: @StrategyTest(mode = LIVE) has one");
        }
        return world.ledger;
    }

    /** Whether there is a current version of a key in the store. */
    public boolean isStored(String key) {
        return world.store.contains(ObjectKey.of(key));
    }

    /** When a training is due next by its schedules; empty if it never is. */
    public Optional<Instant> nextDue(String training) {
        definition(training);
        return world.last().nextDue(training);
    }

    /** The next times at which a training is due by its schedules, after now, at most so many. */
    public List<Instant> timetable(String training, int count) {
        world.last();
        List<Schedule> schedules = definition(training).schedules().stream()
                .filter(schedule -> !(schedule instanceof Schedule.AtDeployment))
                .map(schedule -> schedule.boundAt(world.deployedAt()))
                .toList();
        return Stream.iterate(next(schedules, now()), Optional::isPresent, last -> next(schedules, last.orElseThrow()))
                .flatMap(Optional::stream)
                .limit(count)
                .toList();
    }

    private static Optional<Instant> next(List<Schedule> schedules, Instant after) {
        return schedules.stream()
                .flatMap(schedule -> schedule.next(after).stream())
                .min(Instant::compareTo);
    }

    TrainingDefinition definition(String training) {
        return world.definition.trainings().stream()
                .filter(one -> one.name().equals(training))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no training of " + world.definition.name()
                        + " is called " + training + ", only "
                        + world.definition.trainings().stream()
                                .map(TrainingDefinition::name)
                                .toList()));
    }

    /** All that happened so far, in words: for messages of tests. */
    public String story() {
        return world.story();
    }

    /** A market time as tests write them. */
    Instant parse(String time) {
        return MarketTimes.parse(time, world.definition.zone());
    }

    /** A market time as messages show it. */
    String show(Instant time) {
        return MarketTimes.show(time, world.definition.zone());
    }

    @Override
    public String toString() {
        return world.definition.name() + " at " + show(world.now());
    }
}
