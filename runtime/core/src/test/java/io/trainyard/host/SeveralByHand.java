package io.trainyard.host;

import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.Schedule;
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
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A strategy with several models, each with a training of its own, wired by hand as the processor would. */
final class SeveralByHand implements StrategyWiring {

    /** The values of its fields, by the names of its trainings. */
    final Map<String, String> models = new ConcurrentHashMap<>();

    /** What its trainings were, and what the clock showed them. */
    final List<Ran> ran = Collections.synchronizedList(new ArrayList<>());

    private final Resolution resolution;
    private final ZoneId zone;
    private final List<Declared> declared = new ArrayList<>();
    private boolean always;
    private BiConsumer<Slice, HostParts> handler = (slice, host) -> {};

    SeveralByHand(Resolution resolution, ZoneId zone) {
        this.resolution = resolution;
        this.zone = zone;
    }

    /** A training that returns its model. */
    SeveralByHand training(String name, RunPolicy policy, Method method, Schedule... due) {
        return training(new Declared(name, policy, List.of(due), method, false, PromotionGate.open()));
    }

    SeveralByHand training(Declared training) {
        declared.add(training);
        return this;
    }

    /** What its one handler does, and whether it is called although models are not ready. */
    SeveralByHand handles(boolean whatever, BiConsumer<Slice, HostParts> method) {
        always = whatever;
        handler = method;
        return this;
    }

    @Override
    public StrategyDefinition definition() {
        return new StrategyDefinition(
                "several",
                SeveralByHand.class,
                zone,
                Tier.MB_512,
                Plan.FREE,
                List.of(new Subscription("SPY", resolution)),
                declared.stream().map(Declared::definition).toList());
    }

    @Override
    public WiredStrategy wire(HostParts host) {
        List<ModelSlot<?>> slots = new ArrayList<>();
        List<TrainingJob> jobs = new ArrayList<>();
        List<ModelStatus> cells = new ArrayList<>();
        for (Declared one : declared) {
            ModelSlot<String> slot = new ModelSlot<>(
                    new ModelCell(one.name),
                    ObjectType.of(String.class),
                    Format.TEXT,
                    () -> models.get(one.name),
                    value -> models.put(one.name, value),
                    Freshness.unlimited(),
                    one.gate,
                    false);
            slots.add(slot);
            cells.add(slot.cell());
            jobs.add(
                    one.writes
                            ? TrainingJob.writing(
                                    one.definition(), List.of(slot), () -> models.put(one.name, train(one, host)))
                            : TrainingJob.returning(one.definition(), slot, () -> train(one, host)));
        }
        DataHandler trade = new DataHandler("trade", always, slice -> handler.accept(slice, host));
        return new WiredStrategy(this, new Guard(cells), slots, jobs, List.of(trade));
    }

    private String train(Declared one, HostParts host) throws Exception {
        ran.add(new Ran(one.name, host.clock().now()));
        return one.method.train(host, models.get(one.name));
    }

    /** The body of a training. */
    @FunctionalInterface
    interface Method {
        /** The new model, after {@code before}, which is null for the first. */
        String train(HostParts host, @Nullable String before) throws Exception;
    }

    /**
     * A training.
     *
     * @param name its name and the key of its model
     * @param policy the rules for its runs
     * @param due when it is due
     * @param method its body
     * @param writes whether it writes its field itself
     * @param gate which models may take the place of the one that serves
     */
    record Declared(
            String name, RunPolicy policy, List<Schedule> due, Method method, boolean writes, PromotionGate gate) {
        TrainingDefinition definition() {
            return new TrainingDefinition(name, due.stream().map(Trigger::of).toList(), List.of(name), policy);
        }
    }

    /**
     * A training that was run.
     *
     * @param name its name
     * @param at what the clock showed it
     */
    record Ran(String name, Instant at) {
        @Override
        public String toString() {
            return name + "@" + at;
        }
    }

    private record Guard(List<ModelStatus> models) implements ModelGuard {
        @Override
        public boolean isModelReady() {
            return models.stream().allMatch(ModelStatus::isReady);
        }
    }
}
