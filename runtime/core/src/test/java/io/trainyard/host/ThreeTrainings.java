package io.trainyard.host;

import io.trainyard.Better;
import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.Trigger;
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
import io.trainyard.training.PromotionGate;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.StartedRun;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A strategy that trains three models, each under another misfire policy, and says what happens: one is made up for in all its
 * occasions, one in the last with a gate before it, one in none, which writes its field itself. The first two fail now and then.
 */
final class ThreeTrainings implements StrategyWiring, HostListener {

    static final List<String> NAMES = List.of("all", "once", "skip");

    private final String name;
    private final List<TrainingDefinition> definitions = new ArrayList<>();
    private final List<ModelCell> cells = new ArrayList<>();
    private final String[] models = new String[NAMES.size()];
    private final String[] seen = new String[NAMES.size()];
    private final Map<String, StartedRun> started = new ConcurrentHashMap<>();
    private final Consumer<String> says;

    /**
     * A strategy of this name.
     *
     * @param schedules of its three trainings
     * @param policy of their runs; deferred is the first
     */
    ThreeTrainings(String name, List<Schedule> schedules, RunPolicy policy, Consumer<String> says) {
        this.name = name;
        this.says = says;
        List<Misfires> misfires =
                List.of(Misfires.all(Duration.ofDays(400)), Misfires.once(Duration.ofDays(7)), Misfires.skip());
        List<RunPolicy> policies = List.of(
                policy.unaffordable(io.trainyard.Unaffordable.DEFER),
                policy.retrying(1, Duration.ofSeconds(1)),
                policy);
        for (int i = 0; i < NAMES.size(); i++) {
            Trigger trigger = new Trigger(schedules.get(i), misfires.get(i));
            definitions.add(new TrainingDefinition(NAMES.get(i), List.of(trigger), List.of(key(i)), policies.get(i)));
            cells.add(new ModelCell(key(i)));
        }
    }

    private String key(int i) {
        return name + "/" + NAMES.get(i);
    }

    @Override
    public void started(StartedRun run) {
        started.put(run.training(), run);
    }

    @Override
    public StrategyDefinition definition() {
        return new StrategyDefinition(
                name,
                ThreeTrainings.class,
                ZoneOffset.UTC,
                Tier.MB_512,
                Plan.FREE,
                List.of(new Subscription("SPY", Resolution.DAILY)),
                definitions);
    }

    @Override
    public WiredStrategy wire(HostParts host) {
        List<ModelSlot<?>> slots = new ArrayList<>();
        List<TrainingJob> jobs = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            int number = i;
            ModelSlot<String> open = new ModelSlot<>(
                    cells.get(i),
                    ObjectType.of(String.class),
                    Format.TEXT,
                    () -> models[number],
                    value -> models[number] = value);
            ModelSlot<String> slot = i == 1 ? open.gated(PromotionGate.on("luck", Better.HIGHER)) : open;
            slots.add(slot);
            jobs.add(
                    i == 2
                            ? TrainingJob.writing(
                                    definitions.get(i), List.of(slot), () -> models[number] = train(host, number))
                            : TrainingJob.returning(definitions.get(i), slot, () -> train(host, number)));
        }
        DataHandler trade = new DataHandler("trade", true, List.of(), slice -> trade(host));
        return new WiredStrategy(this, new Guard(cells), slots, jobs, List.of(trade));
    }

    private String train(HostParts host, int number) {
        StartedRun run = Objects.requireNonNull(started.get(NAMES.get(number)));
        says.accept("trains " + name + " " + run.number() + " " + run.attempt());
        if (number == 1) {
            host.training().metric("luck", run.number() * 7919 % 101);
        }
        if (number < 2 && run.number() % 7 == 3 && run.attempt() == 1) {
            throw new IllegalStateException("no convergence");
        }
        return name + " " + run.number() + " " + run.attempt();
    }

    /** Holds as much as the models that are ready say, and says which they are. */
    private void trade(HostParts host) {
        for (int i = 0; i < NAMES.size(); i++) {
            String model = models[i];
            if (cells.get(i).isReady() && model != null && !model.equals(seen[i])) {
                seen[i] = model;
                says.accept("seen " + key(i) + " " + model);
                host.portfolio().setHoldings("SPY", model.hashCode() % 2 == 0 ? 0.5 : 0.1);
            }
        }
    }

    private record Guard(List<ModelCell> cells) implements ModelGuard {
        @Override
        public boolean isModelReady() {
            return cells.stream().allMatch(ModelCell::isReady);
        }

        @Override
        public List<ModelStatus> models() {
            return List.copyOf(cells);
        }
    }
}
