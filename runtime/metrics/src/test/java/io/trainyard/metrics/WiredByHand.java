package io.trainyard.metrics;

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
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.Trigger;
import io.trainyard.store.Birth;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectType;
import io.trainyard.strategy.DataHandler;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A strategy wired by hand as the processor would: daily bars, one stored text, trained at deployment and every midnight. */
final class WiredByHand implements StrategyWiring {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Nullable
    String model;

    private final TrainingDefinition definition = new TrainingDefinition(
            "fit",
            List.of(
                    Trigger.of(Schedule.atDeployment()),
                    Trigger.of(Schedule.of(
                            DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.MIDNIGHT), NEW_YORK))),
            List.of("wired/model"),
            RunPolicy.standard().charged(Duration.ofMinutes(10)));
    private final ModelCell cell = new ModelCell("wired/model");
    private Callable<String> training = () -> "model";
    private Consumer<Slice> handler = slice -> {};
    private @Nullable HostParts parts;

    WiredByHand trains(Callable<String> method) {
        training = method;
        return this;
    }

    WiredByHand handles(Consumer<Slice> method) {
        handler = method;
        return this;
    }

    LocalDate today() {
        return Objects.requireNonNull(parts).clock().local().toLocalDate();
    }

    /** Some version of its model. */
    ModelVersion version() {
        return new ModelVersion(
                "wired/model", 1, Birth.at(Instant.EPOCH), Instant.EPOCH, false, false, 5, "0".repeat(64));
    }

    @Override
    public StrategyDefinition definition() {
        return new StrategyDefinition(
                "wired",
                WiredByHand.class,
                NEW_YORK,
                Tier.MB_512,
                Plan.FREE,
                List.of(new Subscription("SPY", Resolution.DAILY)),
                List.of(definition));
    }

    @Override
    public WiredStrategy wire(HostParts host) {
        parts = host;
        ModelSlot<String> slot =
                new ModelSlot<>(cell, ObjectType.of(String.class), Format.TEXT, () -> model, value -> model = value);
        TrainingJob job = TrainingJob.returning(definition, slot, training);
        DataHandler trade = new DataHandler("trade", false, List.of(), slice -> handler.accept(slice));
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

    /** Weekday bars from 09:30 to 16:00 New York. */
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
                        .forEach(date -> series.add(new Bar(
                                subscription.symbol(),
                                date.atTime(9, 30).atZone(NEW_YORK).toInstant().toEpochMilli(),
                                date.atTime(16, 0).atZone(NEW_YORK).toInstant().toEpochMilli(),
                                1,
                                1,
                                1,
                                1,
                                1_000)));
                return series.build();
            }
        };
    }
}
