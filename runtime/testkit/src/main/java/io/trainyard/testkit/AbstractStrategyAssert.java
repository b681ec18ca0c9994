package io.trainyard.testkit;

import io.trainyard.portfolio.Order;
import io.trainyard.store.ObjectKey;
import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.training.ModelState;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.ledger.OpenRun;
import io.trainyard.training.ledger.Recovered;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * What can be asserted of a strategy under test. Times are written as for {@link StrategyDriver}.
 *
 * @param <S> the type of the assertion itself
 */
public abstract class AbstractStrategyAssert<S extends AbstractStrategyAssert<S>>
        extends AbstractAssert<S, StrategyDriver> {

    AbstractStrategyAssert(StrategyDriver driver, Class<?> self) {
        super(driver, self);
    }

    // Trainings

    /** A training came to its end, and its model is in place. Further calls say more of it. */
    public RunAssert trained(String training) {
        return new RunAssert(actual, training, Kind.TRAINED);
    }

    /** A training was due and was not afforded. */
    public RunAssert denied(String training) {
        return new RunAssert(actual, training, Kind.DENIED);
    }

    /** A training failed. */
    public RunAssert failed(String training) {
        return new RunAssert(actual, training, Kind.FAILED);
    }

    /** A training took longer than its limit. */
    public RunAssert exceededLimit(String training) {
        return new RunAssert(actual, training, Kind.OVER_LIMIT);
    }

    /** A training was cancelled. */
    public RunAssert cancelled(String training) {
        return new RunAssert(actual, training, Kind.CANCELLED);
    }

    /** A training was due and it was not its turn. */
    public RunAssert skipped(String training) {
        return new RunAssert(actual, training, Kind.SKIPPED);
    }

    /** A training made a model that its gate refused. */
    public RunAssert heldBack(String training) {
        return new RunAssert(actual, training, Kind.NOT_PROMOTED);
    }

    /** A training has never come to an end with a model. */
    public S hasNeverTrained(String training) {
        List<Instant> trained = new RunFinder(actual, training).settled(Kind.TRAINED);
        return check(trained.isEmpty(), "never to have trained " + training, () -> "it did " + times(trained));
    }

    /** Live, a training is at work and waits for the test. */
    public S isAtWork(String training) {
        actual.definition(training);
        return check(
                actual.atWork().contains(training),
                "to be at work on " + training,
                () -> actual.atWork().isEmpty() ? "no training is" : actual.atWork() + " is");
    }

    // The timetable

    /** A training is due next, by its schedules, at this time. */
    public S isDueNext(String training, String time) {
        Optional<Instant> next = actual.nextDue(training);
        return check(
                next.equals(Optional.of(actual.parse(time))),
                "to be due to train " + training + " next at " + actual.show(actual.parse(time)),
                () -> next.map(at -> "it is at " + actual.show(at)).orElse("it never is again"));
    }

    /** A training is due, from now on, at these times first. */
    public S hasTimetable(String training, String... times) {
        List<Instant> expected =
                java.util.Arrays.stream(times).map(actual::parse).toList();
        List<Instant> next = actual.timetable(training, times.length);
        return check(
                next.equals(expected),
                "to be due to train " + training + " " + times(expected),
                () -> next.isEmpty() ? "it never is again" : "it is " + times(next));
    }

    // Models and store

    /** All models are ready. */
    public S isModelReady() {
        return check(actual.isModelReady(), "to have its models ready", this::models);
    }

    /** Not all models are ready. */
    public S isNotModelReady() {
        return check(!actual.isModelReady(), "to have a model that is not ready", this::models);
    }

    /** The model of a key is in this state. */
    public S hasModel(String key, ModelState state) {
        Optional<ModelStatus> model = actual.model(key);
        return check(
                model.filter(one -> one.state() == state).isPresent(), "to have " + key + " " + state, this::models);
    }

    private String models() {
        return actual.guard().models().stream()
                .map(model -> model.key() + " is " + model.state()
                        + model.version()
                                .map(version -> ", version " + version.number())
                                .orElse(""))
                .collect(Collectors.joining("; "));
    }

    /** The store has a current version of a key. */
    public S hasStored(String key) {
        return check(
                actual.isStored(key),
                "to have stored " + key,
                () -> "the store has " + actual.store().keys(""));
    }

    /** The store has no current version of a key. */
    public S hasNotStored(String key) {
        return check(!actual.isStored(key), "not to have stored " + key, () -> "the store has it");
    }

    /** The store has so many versions of a key. */
    public S hasVersions(String key, int count) {
        int there = actual.store().versions(ObjectKey.of(key)).size();
        return check(there == count, "to have stored " + count + " versions of " + key, () -> "there are " + there);
    }

    // The budget

    /** So much of the training budget is left. */
    public S hasBudgetLeft(Duration time) {
        Duration left = actual.budget().room(actual.now());
        return check(
                left.equals(time),
                "to have " + Told.words(time) + " of its budget left",
                () -> "there are " + Told.words(left));
    }

    /** So much of the training budget is in use, reservations of what is at work included. */
    public S hasBudgetInUse(Duration time) {
        Duration used = actual.budget().level(actual.now());
        return check(
                used.equals(time),
                "to have " + Told.words(time) + " of its budget in use",
                () -> "there are " + Told.words(used));
    }

    // Orders

    /** An order of the symbol was placed. */
    public S ordered(String symbol) {
        return check(
                actual.orders().stream().anyMatch(order -> order.symbol().equals(symbol)),
                "to have ordered " + symbol,
                this::orders);
    }

    /** An order of the symbol was placed of so many shares or units: positive to buy, negative to sell. */
    public S ordered(String symbol, double quantity) {
        return check(
                actual.orders().stream()
                        .anyMatch(order -> order.symbol().equals(symbol) && order.quantity() == quantity),
                "to have ordered " + WatchedPortfolio.quantity(quantity) + " " + symbol,
                this::orders);
    }

    /** No order was placed. */
    public S orderedNothing() {
        return check(actual.orders().isEmpty(), "to have ordered nothing", this::orders);
    }

    /** So many orders were placed. */
    public S hasOrders(int count) {
        return check(actual.orders().size() == count, "to have placed " + count + " orders", this::orders);
    }

    /** So many shares or units are held of the symbol: negative if short. */
    public S holds(String symbol, double quantity) {
        double held = actual.parts().portfolio().quantity(symbol);
        return check(held == quantity, "to hold " + quantity + " " + symbol, () -> "it holds " + held);
    }

    private String orders() {
        List<Order> orders = actual.orders();
        return orders.isEmpty()
                ? "it has ordered nothing"
                : orders.stream()
                        .map(order -> "it has ordered " + WatchedPortfolio.quantity(order.quantity()) + " "
                                + order.symbol() + " at " + actual.show(order.placedAt()) + ", "
                                + order.status())
                        .collect(Collectors.joining("\n    "));
    }

    // The ledger

    /** Live, a run of the training is in the ledger without an end. */
    public S hasOpenRun(String training) {
        List<OpenRun> open = open();
        return check(
                open.stream().anyMatch(run -> run.training().equals(training)),
                "to have a run of " + training + " open in its ledger",
                () -> open.isEmpty() ? "no run is" : "there are " + open);
    }

    /** Live, every run in the ledger has its end. */
    public S hasNoOpenRuns() {
        List<OpenRun> open = open();
        return check(open.isEmpty(), "to have no run open in its ledger", () -> "there are " + open);
    }

    private List<OpenRun> open() {
        return recovered().map(Recovered.OfStrategy::open).orElse(List.of());
    }

    private Optional<Recovered.OfStrategy> recovered() {
        return actual.ledger().recover().strategy(actual.definition().name());
    }

    /** Live, the training is paused, as the ledger knows. */
    public S hasPaused(String training) {
        actual.definition(training);
        return check(
                recovered()
                        .flatMap(known -> known.training(training))
                        .filter(known -> known.paused() != null)
                        .isPresent(),
                "to have " + training + " paused",
                () -> "it is not");
    }

    // Time

    /** It is this market time. */
    public S isAt(String time) {
        Instant expected = actual.parse(time);
        return check(
                actual.now().equals(expected),
                "to be at " + actual.show(expected),
                () -> "it is " + actual.show(actual.now()));
    }

    /** Something of a kind happened to something: a training, a key, a symbol. */
    public S saw(Kind kind, String subject) {
        return check(
                actual.timeline().events(kind).stream()
                        .anyMatch(event -> event.subject().contains(subject)),
                "to have seen \"" + kind.word() + " " + subject + "\"",
                () -> "it did not");
    }

    final String times(List<Instant> times) {
        return times.stream().map(actual::show).collect(Collectors.joining(", ", "at ", ""));
    }

    final S check(boolean holds, String expected, java.util.function.Supplier<String> but) {
        isNotNull();
        if (!holds) {
            throw failure("%s", message(expected, but.get()));
        }
        return myself;
    }

    private String message(String expected, @Nullable String but) {
        return "\nExpected " + actual.definition().name() + " " + expected + ",\nbut " + but + ".\n\n" + actual.story();
    }
}
