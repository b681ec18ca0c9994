package io.trainyard.testkit.laws;

import io.trainyard.host.LiveRun;
import io.trainyard.host.StrategyFailedException;
import io.trainyard.host.Trainyard;
import io.trainyard.market.History;
import io.trainyard.market.ReplayFeed;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.Commit;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.Quota;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.time.MarketClock;
import io.trainyard.training.TrainingJob;
import io.trainyard.training.TrainingQuota;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The life of a live strategy in virtual time, or the rest of one: what is durable, and what its broker holds. */
final class Lives {

    /** More than any strategy asks for: that a run which was lost is paid for is no fault of the strategy. */
    private static final TrainingQuota AMPLE =
            new TrainingQuota(Duration.ofDays(3_650), Duration.ofDays(1), Duration.ofDays(1));

    private final Stage stage;
    private final DurableLog durable;
    private final CarriedPortfolio portfolio;
    private final Instant from;
    private final Set<String> returning = Collections.synchronizedSet(new HashSet<>());

    private Lives(Stage stage, DurableLog durable, CarriedPortfolio portfolio, Instant from) {
        this.stage = stage;
        this.durable = durable;
        this.portfolio = portfolio;
        this.from = from;
    }

    /** A whole one. */
    static Lives whole(Stage stage, StrategyDefinition definition) {
        Instant from = stage.start(definition);
        return new Lives(
                stage,
                new DurableLog(Quota.of(definition.plan())),
                new CarriedPortfolio(stage.tape(), from, stage.end(definition), definition.zone()),
                from);
    }

    DurableLog durable() {
        return durable;
    }

    /** The names of the trainings that return their model; once it was lived. */
    Set<String> returning() {
        return returning;
    }

    /** What is left of it after a process has died at {@code moment}, so many steps being durable. */
    Lives after(int steps, Instant moment) {
        return new Lives(stage, durable.after(steps), portfolio.asAt(moment), moment);
    }

    /** Lives it to its end. */
    Transcript live(Actor actor) {
        StrategyDefinition definition = actor.definition();
        Transcript.Builder transcript = Transcript.of(definition, stage.tape());
        Instant to = stage.end(definition);
        Script.call(stage.patience().multipliedBy(2), () -> {
            try (LiveRun run = Trainyard.live(new Holding(actor.wiring(), portfolio, returning))
                    .past(stage.bars())
                    .feed(ReplayFeed.of(stage.tape()).from(from).to(to))
                    .virtualTime(from, to)
                    .store(durable.store())
                    .ledger(durable.ledger())
                    .quota(AMPLE)
                    .start()) {
                if (!run.await(stage.patience())) {
                    throw new Script.HangingException(stage.patience(), new StackTraceElement[0]);
                }
            } catch (StrategyFailedException | Script.HangingException e) {
                transcript.failed(null, e);
            }
            return transcript;
        });
        portfolio.finish();
        List<Commit> commits = new ArrayList<>();
        durable.steps().forEach(step -> {
            if (step instanceof DurableLog.Step.Committed committed) {
                commits.add(committed.commit());
            }
        });
        transcript.saves(commits).orders(portfolio.orders(), portfolio.fills());
        for (ObjectKey key : durable.store().keys("")) {
            Optional<ModelVersion> head = durable.store().head(key);
            transcript.ending(key.value() + " "
                    + head.map(version -> Transcript.mark(version.sha256())).orElse("has no version"));
        }
        return transcript.build();
    }

    /** A strategy whose portfolio is not that of its host. */
    private record Holding(StrategyWiring wiring, CarriedPortfolio portfolio, Set<String> returning)
            implements StrategyWiring {
        @Override
        public StrategyDefinition definition() {
            return wiring.definition();
        }

        @Override
        public WiredStrategy wire(HostParts host) {
            WiredStrategy wired =
                    wiring.wire(new Parts(host.clock(), host.history(), portfolio.by(host.clock()), host.store()));
            wired.jobs().stream()
                    .filter(TrainingJob.Returning.class::isInstance)
                    .forEach(job -> returning.add(job.definition().name()));
            return wired;
        }
    }

    private record Parts(MarketClock clock, History history, Portfolio portfolio, ObjectStore store)
            implements HostParts {}
}
