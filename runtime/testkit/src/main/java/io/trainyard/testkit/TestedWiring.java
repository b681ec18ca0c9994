package io.trainyard.testkit;

import io.trainyard.strategy.DataHandler;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wiring of a strategy whose trainings ask the test before they call their methods. One process of it. */
final class TestedWiring implements StrategyWiring {

    private final StrategyWiring wiring;
    private final @Nullable TestWiring graph;
    private final Object[] values;
    private final Replacements replacements;
    private final Conductor conductor;
    private final Timeline timeline;
    private final List<String> called = new ArrayList<>();
    private @Nullable HostParts parts;
    private @Nullable WiredStrategy wired;
    private @Nullable WatchedPortfolio portfolio;

    TestedWiring(
            StrategyWiring wiring,
            @Nullable TestWiring graph,
            Replacements replacements,
            Conductor conductor,
            Timeline timeline) {
        this.wiring = wiring;
        this.graph = graph;
        this.replacements = replacements;
        // before anything is made: what is missing is the test's mistake, and not the strategy's
        this.values = graph == null ? new Object[0] : replacements.valuesFor(graph);
        this.conductor = conductor;
        this.timeline = timeline;
    }

    @Override
    public StrategyDefinition definition() {
        return wiring.definition();
    }

    @Override
    public WiredStrategy wire(HostParts host) {
        portfolio = new WatchedPortfolio(host.portfolio(), timeline);
        HostParts given = replacements.over(new Watched(host, portfolio));
        WiredStrategy strategy = graph == null ? wiring.wire(given) : graph.wire(given, values);
        parts = given;
        wired = new WiredStrategy(
                strategy.component(),
                strategy.guard(),
                strategy.slots(),
                strategy.jobs().stream().map(this::conducted).toList(),
                strategy.handlers().stream().map(this::watched).toList());
        return wired;
    }

    private TrainingJob conducted(TrainingJob job) {
        return job instanceof TrainingJob.Returning<?> returning
                ? conducted(returning)
                : conducted((TrainingJob.Writing) job);
    }

    private <T> TrainingJob conducted(TrainingJob.Returning<T> job) {
        TrainingDefinition definition = job.definition();
        return TrainingJob.<T>returning(
                definition,
                job.slot(),
                () -> conductor.<T>conduct(definition, () -> job.method().call()));
    }

    private TrainingJob conducted(TrainingJob.Writing job) {
        return TrainingJob.writing(
                job.definition(),
                job.slots(),
                () -> conductor.conduct(job.definition(), () -> {
                    job.method().run();
                    return "";
                }));
    }

    private DataHandler watched(DataHandler handler) {
        return new DataHandler(handler.name(), handler.always(), handler.requires(), slice -> {
            called.add(handler.name());
            handler.body().handle(slice);
        });
    }

    /** Which handlers were called since it was asked last. */
    List<String> called() {
        List<String> names = List.copyOf(called);
        called.clear();
        return names;
    }

    /** Tells the timeline what a slice has done to orders. */
    void slicePassed() {
        if (portfolio != null) {
            portfolio.slicePassed();
        }
    }

    HostParts parts() {
        return made(parts);
    }

    WiredStrategy strategy() {
        return made(wired);
    }

    private static <T> T made(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the strategy is not made yet");
        }
        return part;
    }

    private record Watched(HostParts host, WatchedPortfolio portfolio) implements HostParts {
        @Override
        public io.trainyard.time.MarketClock clock() {
            return host.clock();
        }

        @Override
        public io.trainyard.market.History history() {
            return host.history();
        }

        @Override
        public io.trainyard.store.ObjectStore store() {
            return host.store();
        }

        @Override
        public io.trainyard.training.Training training() {
            return host.training();
        }
    }
}
