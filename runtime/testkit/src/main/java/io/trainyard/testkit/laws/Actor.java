package io.trainyard.testkit.laws;

import io.trainyard.host.BacktestListener;
import io.trainyard.host.BacktestResult;
import io.trainyard.host.HostStatus;
import io.trainyard.host.LiveRun;
import io.trainyard.host.StrategyFailedException;
import io.trainyard.host.Trainyard;
import io.trainyard.market.ReplayFeed;
import io.trainyard.store.Commit;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.training.TrainingRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A strategy whose classes were loaded anew, to be run: more than once for who wants to see what a run leaves behind. */
final class Actor {

    private final FreshLoader loader;
    private final StrategyWiring wiring;

    private Actor(FreshLoader loader, StrategyWiring wiring) {
        this.loader = loader;
        this.wiring = wiring;
    }

    /** In a world of the kit's, or, with null, as the machine is. */
    static Actor of(Class<?> strategy, @Nullable World world) {
        FreshLoader loader = new FreshLoader(strategy, world);
        return new Actor(loader, loader.wiring(strategy));
    }

    /** The same, wired otherwise. */
    Actor wired(UnaryOperator<StrategyWiring> change) {
        return new Actor(loader, change.apply(wiring));
    }

    StrategyWiring wiring() {
        return wiring;
    }

    StrategyDefinition definition() {
        return wiring.definition();
    }

    List<Place> places() {
        return loader.places();
    }

    /** Runs it in a backtest. */
    Transcript backtest(Stage stage) {
        return backtest(stage, run -> {});
    }

    /** Runs it in a backtest, and tells of its trainings. */
    Transcript backtest(Stage stage, java.util.function.Consumer<TrainingRun> trained) {
        List<Commit> commits = Collections.synchronizedList(new ArrayList<>());
        List<TrainingRun> runs = new ArrayList<>();
        loader.begin();
        BacktestListener listener = new BacktestListener() {
            @Override
            public void trained(TrainingRun run) {
                runs.add(run);
                trained.accept(run);
            }
        };
        Transcript.Builder transcript = Transcript.of(definition(), stage.tape());
        Seen seen = new Seen(wiring);
        try {
            BacktestResult result = Script.call(
                    stage.patience(),
                    () -> Trainyard.backtest(seen)
                            .bars(stage.bars())
                            .from(stage.from())
                            .to(stage.to())
                            .store(new LoggedStore(store(), commits::add, deletion -> {}))
                            .listener(listener)
                            .run());
            return transcript
                    .trainings(result.trainings())
                    .saves(List.copyOf(commits))
                    .orders(result.orders(), result.fills())
                    .ending(result.slices() + " slices, " + result.withheld() + " withheld")
                    .build();
        } catch (StrategyFailedException | Script.HangingException e) {
            seen.failed(transcript, e);
            return transcript
                    .trainings(List.copyOf(runs))
                    .saves(List.copyOf(commits))
                    .build();
        }
    }

    /** Runs it live, over a recording in virtual time. */
    Transcript replay(Stage stage) {
        List<Commit> commits = Collections.synchronizedList(new ArrayList<>());
        Transcript.Builder transcript = Transcript.of(definition(), stage.tape());
        Instant from = stage.start(definition());
        Instant to = stage.end(definition());
        return Script.call(stage.patience().multipliedBy(2), () -> {
            try (LiveRun run = Trainyard.live(wiring)
                    .past(stage.bars())
                    .feed(ReplayFeed.of(stage.tape()).from(from).to(to))
                    .virtualTime(from, to)
                    .store(new LoggedStore(store(), commits::add, deletion -> {}))
                    .start()) {
                try {
                    if (!run.await(stage.patience())) {
                        throw new Script.HangingException(stage.patience(), new StackTraceElement[0]);
                    }
                } catch (StrategyFailedException | Script.HangingException e) {
                    transcript.failed(run.status().asOf(), e);
                }
                HostStatus end = run.status();
                return transcript
                        .trainings(run.trainings())
                        .saves(List.copyOf(commits))
                        .orders(run.orders(), run.fills())
                        .ending(end.slices() + " slices, " + end.withheld() + " withheld")
                        .build();
            }
        });
    }

    private MemoryStore store() {
        return new MemoryStore(Quota.of(definition().plan()));
    }
}
