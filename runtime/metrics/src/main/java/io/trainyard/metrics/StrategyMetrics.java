package io.trainyard.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.trainyard.host.HostListener;
import io.trainyard.host.HostView;
import io.trainyard.host.StrategyFailedException;
import io.trainyard.store.ModelVersion;
import io.trainyard.training.Outcome;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The metrics of one run of a strategy, live or in a backtest: {@code Trainyard.live(X.class).listener(StrategyMetrics.of(registry))}.
 * What each meter tells is listed in the README of this module. Every meter has the tag {@code strategy}; no tag has more
 * values than the strategy has trainings, models and handlers.
 *
 * <p>Meters that tell how things stand are removed from the registry when the strategy has stopped; those that count and time stay, with
 * what they came to. Strategies of one name that run at the same time need a tag that tells them apart. Thread-safe.
 */
public final class StrategyMetrics implements HostListener, AutoCloseable {

    private final MeterRegistry registry;
    private final Tags common;
    private @Nullable Standing standing;
    private volatile Tags tags;

    private StrategyMetrics(MeterRegistry registry, Tags common) {
        this.registry = registry;
        this.common = common;
        this.tags = common;
    }

    /** Meters in this registry. */
    public static StrategyMetrics of(MeterRegistry registry) {
        return of(registry, List.of());
    }

    /** Meters in this registry that have further tags, such as the account or the instance. */
    public static StrategyMetrics of(MeterRegistry registry, Iterable<Tag> tags) {
        return new StrategyMetrics(registry, Tags.of(tags));
    }

    /**
     * Registers the meters of a strategy; called by its host.
     *
     * @throws IllegalStateException if it has another strategy already
     */
    @Override
    public synchronized void attached(HostView host) {
        if (standing != null) {
            throw new IllegalStateException(
                    "these metrics are of " + standing.host().strategy()
                            + " already, and what they are told does not say of whom it is: make others for "
                            + host.strategy());
        }
        tags = common.and("strategy", host.strategy());
        standing = new Standing(registry, tags, host);
        standing.register();
    }

    @Override
    public void trained(TrainingRun run) {
        Tags training = tags.and("training", run.training());
        Outcome outcome = run.outcome();
        String kind = outcome.kind().name().toLowerCase(Locale.ROOT);
        outcome.machineTime()
                .ifPresentOrElse(
                        took -> Timer.builder("trainyard.training.run")
                                .description("Machine time of runs of a training")
                                .tags(training.and("outcome", kind))
                                .register(registry)
                                .record(took),
                        () -> refused(training, kind));
        run.lateness()
                .ifPresent(late -> Timer.builder("trainyard.training.lateness")
                        .description("Market time from when a training was due to when it started")
                        .tags(training)
                        .register(registry)
                        .record(late.isNegative() ? Duration.ZERO : late));
    }

    @Override
    public void waits(int run, String training, Instant until, String reason) {
        refused(tags.and("training", training), "deferred");
    }

    private void refused(Tags training, String kind) {
        Counter.builder("trainyard.training.refusals")
                .description("Trainings that were due and did not run, or not yet")
                .tags(training.and("kind", kind))
                .register(registry)
                .increment();
    }

    @Override
    public void published(String training, ModelVersion version) {
        count("trainyard.model.publications", "Models that trainings put in place", "model", version.key());
    }

    @Override
    public void refreshed(ModelVersion version) {
        count("trainyard.model.refreshes", "Models of other processes that were put in place", "model", version.key());
    }

    @Override
    public void refreshFailed(String key, String reason) {
        count("trainyard.model.refresh.failures", "Models of other processes that could not be read", "model", key);
    }

    @Override
    public void handled(String handler, Duration took) {
        Timer.builder("trainyard.handler")
                .description("Machine time of calls of a handler")
                .tags(tags.and("handler", handler))
                .register(registry)
                .record(took);
    }

    @Override
    public void handlerHangs(String handler, Duration since, List<StackTraceElement> stack) {
        count("trainyard.handler.hangs", "Calls of a handler that took longer than its limit", "handler", handler);
    }

    @Override
    public void interrupted(String reason) {
        count("trainyard.feed.interruptions", "How often the feed lost its connection");
    }

    @Override
    public void barMissing(Instant due, Duration waited) {
        count("trainyard.feed.bars.missing", "How often a training went without a bar that it had waited for");
    }

    private void count(String name, String description, String... more) {
        Counter.builder(name)
                .description(description)
                .tags(tags.and(more))
                .register(registry)
                .increment();
    }

    @Override
    public void stopped(@Nullable StrategyFailedException failure) {
        close();
    }

    /** Removes the meters that tell how things stand; also done when the strategy stops. */
    @Override
    public synchronized void close() {
        if (standing != null) {
            standing.remove();
        }
    }
}
