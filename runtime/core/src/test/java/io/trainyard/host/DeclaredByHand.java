package io.trainyard.host;

import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.Trigger;
import io.trainyard.store.ObjectType;
import io.trainyard.strategy.DataHandler;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.training.Freshness;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.PromotionGate;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A strategy of the core's own tests, wired by hand as the processor would: one symbol, daily bars, one stored text, one
 * training at deployment and on Sundays at eight in New York.
 */
final class DeclaredByHand implements StrategyWiring {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    static final TrainingDefinition FIT = new TrainingDefinition(
            "fit",
            List.of(
                    Trigger.of(Schedule.atDeployment()),
                    Trigger.of(
                            Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(8, 0)), NEW_YORK))),
            List.of("model"));

    @Nullable
    String model;

    final ModelCell cell = new ModelCell("model");
    final List<Slice> handled = Collections.synchronizedList(new ArrayList<>());

    @Nullable
    HostParts parts;

    private TrainingDefinition definition = FIT;
    private Function<HostParts, Callable<String>> training =
            host -> () -> "trained at " + host.clock().local();
    private TrainingJob.@Nullable Body writing;
    private Consumer<Slice> handler = slice -> {};
    private boolean always;
    private boolean requires;
    private Freshness freshness = Freshness.unlimited();
    private boolean refreshes;
    private PromotionGate gate = PromotionGate.open();
    private Duration embargo = Duration.ZERO;

    private Runnable constructor = () -> {};

    DeclaredByHand due(Schedule... schedules) {
        definition = new TrainingDefinition(
                "fit", Stream.of(schedules).map(Trigger::of).toList(), List.of("model"));
        return this;
    }

    DeclaredByHand limit(Duration limit) {
        definition = new TrainingDefinition(definition.name(), definition.triggers(), definition.fills(), limit);
        return this;
    }

    /** With other rules for its runs; call it after {@link #due}. */
    DeclaredByHand policy(RunPolicy policy) {
        definition = new TrainingDefinition("fit", definition.triggers(), List.of("model"), policy);
        return this;
    }

    /** With another answer to missed occasions; call it after {@link #due}. */
    DeclaredByHand missed(Misfires misfires) {
        List<Trigger> triggers = definition.schedules().stream()
                .map(schedule -> new Trigger(schedule, misfires))
                .toList();
        definition = new TrainingDefinition("fit", triggers, List.of("model"), definition.policy());
        return this;
    }

    DeclaredByHand trains(Function<HostParts, Callable<String>> method) {
        training = method;
        return this;
    }

    DeclaredByHand writes(TrainingJob.Body method) {
        writing = method;
        return this;
    }

    DeclaredByHand handles(Consumer<Slice> method) {
        handler = method;
        return this;
    }

    DeclaredByHand made(Runnable method) {
        constructor = method;
        return this;
    }

    DeclaredByHand fresh(Freshness limits) {
        freshness = limits;
        return this;
    }

    DeclaredByHand refreshing() {
        refreshes = true;
        return this;
    }

    DeclaredByHand gate(PromotionGate other) {
        gate = other;
        return this;
    }

    DeclaredByHand embargo(Duration length) {
        embargo = length;
        return this;
    }

    /** Its handler names its model as the one that it needs. */
    DeclaredByHand requires() {
        requires = true;
        return this;
    }

    DeclaredByHand always() {
        always = true;
        return this;
    }

    HostParts parts() {
        return java.util.Objects.requireNonNull(parts);
    }

    @Override
    public StrategyDefinition definition() {
        return new StrategyDefinition(
                "by-hand",
                DeclaredByHand.class,
                NEW_YORK,
                Tier.MB_512,
                Plan.FREE,
                embargo,
                List.of(new Subscription("SPY", Resolution.DAILY)),
                List.of(definition));
    }

    @Override
    public WiredStrategy wire(HostParts host) {
        parts = host;
        constructor.run();
        ModelSlot<String> slot = new ModelSlot<>(
                cell,
                ObjectType.of(String.class),
                Format.TEXT,
                () -> model,
                value -> model = value,
                freshness,
                gate,
                refreshes);
        TrainingJob job = writing == null
                ? TrainingJob.returning(definition, slot, training.apply(host))
                : TrainingJob.writing(definition, List.of(slot), writing);
        DataHandler trade = new DataHandler("trade", always, requires ? List.of(cell) : List.of(), slice -> {
            handled.add(slice);
            handler.accept(slice);
        });
        ModelGuard guard = new ModelGuard() {
            @Override
            public boolean isModelReady() {
                return cell.isReady();
            }

            @Override
            public List<ModelStatus> models() {
                return List.of(cell);
            }
        };
        return new WiredStrategy(this, guard, List.of(slot), List.of(job), List.of(trade));
    }

    /** Weekday bars from 09:30 to 16:00 New York that open and close at the day of the month. */
    static BarSource weekdays(String from, String to) {
        return new BarSource() {
            @Override
            public String description() {
                return "weekdays from " + from + " to " + to;
            }

            @Override
            public List<Subscription> available() {
                return List.of(new Subscription("SPY", Resolution.DAILY));
            }

            @Override
            public BarSeries load(Subscription subscription) {
                BarSeries.Builder series = BarSeries.of(subscription.symbol(), subscription.resolution());
                LocalDate.parse(from)
                        .datesUntil(LocalDate.parse(to).plusDays(1))
                        .filter(date -> date.getDayOfWeek().getValue() < 6)
                        .forEach(date -> series.add(bar(subscription.symbol(), date)));
                return series.build();
            }
        };
    }

    static Bar bar(String symbol, LocalDate date) {
        double price = date.getDayOfMonth();
        return new Bar(
                symbol,
                at(date, LocalTime.of(9, 30)).toEpochMilli(),
                at(date, LocalTime.of(16, 0)).toEpochMilli(),
                price,
                price,
                price,
                price,
                1_000);
    }

    static Instant at(LocalDate date, LocalTime time) {
        return date.atTime(time).atZone(NEW_YORK).toInstant();
    }
}
