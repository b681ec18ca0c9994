package io.trainyard.host;

import io.trainyard.host.HostStatus.Phase;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.training.ModelStatus;
import io.trainyard.training.RunHistory;
import io.trainyard.training.StartedRun;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingJob;
import io.trainyard.training.TrainingRun;
import io.trainyard.training.TrainingStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts looks at a strategy together, for any thread and without waiting for another: what is safe to ask is asked, what only the
 * strategy's thread may touch is {@linkplain #publish published} by it.
 */
final class HostLook implements HostListener {

    /** So many of the last runs are told. */
    static final int LAST_RUNS = 10;

    private final String name;
    private final WiredStrategy strategy;
    private final StrategyHost host;
    private final Trainer trainer;
    private final TrainingBudget budget;
    private final RunHistory history;
    private final SimulatedPortfolio portfolio;
    private final Supplier<Instant> now;
    private volatile Own own;

    HostLook(
            String name,
            WiredStrategy strategy,
            StrategyHost host,
            Trainer trainer,
            TrainingBudget budget,
            RunHistory history,
            SimulatedPortfolio portfolio,
            Supplier<Instant> now) {
        this.name = name;
        this.strategy = strategy;
        this.host = host;
        this.trainer = trainer;
        this.budget = budget;
        this.history = history;
        this.portfolio = portfolio;
        this.now = now;
        this.own = own();
    }

    /** What others see from now on of what only this thread, the strategy's, may touch. */
    void publish() {
        own = own();
    }

    @Override
    public void started(StartedRun run) {
        publish();
    }

    @Override
    public void trained(TrainingRun run) {
        publish();
    }

    private Own own() {
        return new Own(
                host.slices(),
                host.withheld(),
                trainer.status(),
                trainer.next().orElse(null),
                new HostStatus.Account(
                        portfolio.cash(),
                        portfolio.equity(),
                        portfolio.placed(),
                        portfolio.openOrders(),
                        portfolio.filled()));
    }

    /** A look. */
    HostStatus status(Phase phase, int pending, HandlerWatch.@Nullable Hanging handler, @Nullable String feedProblem) {
        Own seen = own;
        Instant at = now.get();
        List<TrainingStatus> trainings = new ArrayList<>();
        Instant next = seen.next;
        for (int i = 0; i < seen.trainings.size(); i++) {
            TrainingStatus training = seen.trainings.get(i);
            Instant due = job(training.training()).flatMap(host::nextDue).orElse(null);
            trainings.add(training.dueNext(due));
            next = due != null && !training.paused() && (next == null || due.isBefore(next)) ? due : next;
        }
        return new HostStatus(
                name,
                phase,
                at,
                seen.slices,
                seen.withheld,
                pending,
                strategy.guard().isModelReady(),
                strategy.guard().models().stream().map(model -> look(model, at)).toList(),
                trainings,
                trainer.running(),
                history.last(LAST_RUNS),
                next,
                new HostStatus.Budget(budget.level(at), budget.quota().capacity()),
                seen.account,
                handler == null ? null : new HostStatus.Handler(handler.handler(), handler.since(), handler.stack()),
                feedProblem);
    }

    private Optional<TrainingJob> job(String training) {
        return strategy.jobs().stream()
                .filter(job -> job.definition().name().equals(training))
                .findFirst();
    }

    private static HostStatus.Model look(ModelStatus model, Instant now) {
        return new HostStatus.Model(
                model.key(),
                model.state(),
                model.version().map(version -> version.number()).orElse(null),
                model.version().map(version -> version.savedAt()).orElse(null),
                model.age(now).orElse(null));
    }

    private record Own(
            long slices,
            long withheld,
            List<TrainingStatus> trainings,
            @Nullable Instant next,
            HostStatus.Account account) {}
}
