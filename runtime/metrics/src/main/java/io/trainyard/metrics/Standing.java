package io.trainyard.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.trainyard.host.HostStatus;
import io.trainyard.host.HostView;
import io.trainyard.training.ModelState;
import io.trainyard.training.TrainingStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The meters that tell how a strategy stands. A registry refers to them weakly: the strategy itself keeps this object, as long as
 * it runs. One look at the strategy serves all meters that are read at the same time.
 */
final class Standing {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final MeterRegistry registry;
    private final Tags tags;
    private final HostView host;
    private final List<Meter> meters = new ArrayList<>();
    private @Nullable HostStatus look;
    private long lookedAt;

    Standing(MeterRegistry registry, Tags tags, HostView host) {
        this.registry = registry;
        this.tags = tags;
        this.host = host;
    }

    HostView host() {
        return host;
    }

    void register() {
        HostStatus first = look();
        for (HostStatus.Model model : first.models()) {
            register(model.key());
        }
        for (TrainingStatus training : first.trainings()) {
            String name = training.training();
            gauge(
                    "trainyard.training.paused",
                    "1 while a training is paused after failures",
                    null,
                    Tags.of("training", name),
                    status -> training(status, name).paused() ? 1 : 0);
        }
        gauge(
                "trainyard.training.active",
                "Runs that have not come to their end",
                null,
                Tags.empty(),
                status -> status.running().size());
        gauge(
                "trainyard.budget.level",
                "Training time in use, reservations included",
                "seconds",
                Tags.empty(),
                status -> seconds(status.budget().level()));
        gauge(
                "trainyard.budget.capacity",
                "Training time that there is",
                "seconds",
                Tags.empty(),
                status -> seconds(status.budget().capacity()));
        gauge(
                "trainyard.feed.connected",
                "1 while the feed has its connection",
                null,
                Tags.empty(),
                status -> status.feedProblem() == null ? 1 : 0);
        gauge(
                "trainyard.mailbox.depth",
                "Events that wait for the thread of the strategy",
                "events",
                Tags.empty(),
                HostStatus::pending);
        gauge(
                "trainyard.account.equity",
                "Cash and holdings, in the currency of the account",
                null,
                Tags.empty(),
                status -> status.account().equity());
        gauge(
                "trainyard.account.cash",
                "Money not invested, in the currency of the account",
                null,
                Tags.empty(),
                status -> status.account().cash());
        counter("trainyard.slices", "Slices that the strategy was given", HostStatus::slices);
        counter("trainyard.slices.withheld", "Slices that came while a model was not ready", HostStatus::withheld);
    }

    private void register(String key) {
        Tags model = Tags.of("model", key);
        gauge(
                "trainyard.model.age",
                "Market time since the training of the model in place was complete; NaN if there is none",
                "seconds",
                model,
                status -> age(model(status, key)));
        gauge(
                "trainyard.model.version",
                "Number of the version in place; NaN if there is none",
                null,
                model,
                status -> version(model(status, key)));
        for (ModelState state : ModelState.values()) {
            gauge(
                    "trainyard.model.state",
                    "1 for the state that the model is in, 0 for the others",
                    null,
                    model.and("state", state.name().toLowerCase(Locale.ROOT)),
                    status -> model(status, key).state() == state ? 1 : 0);
        }
    }

    private void gauge(
            String name, String description, @Nullable String unit, Tags more, ToDoubleFunction<HostStatus> value) {
        meters.add(Gauge.builder(name, this, standing -> value.applyAsDouble(standing.look()))
                .description(description)
                .baseUnit(unit)
                .tags(tags.and(more))
                .register(registry));
    }

    private void counter(String name, String description, ToDoubleFunction<HostStatus> value) {
        meters.add(FunctionCounter.builder(name, this, standing -> value.applyAsDouble(standing.look()))
                .description(description)
                .tags(tags)
                .register(registry));
    }

    private synchronized HostStatus look() {
        long now = registry.config().clock().monotonicTime();
        HostStatus known = look;
        if (known == null || now - lookedAt >= LOOK_NANOS) {
            known = host.status();
            look = known;
            lookedAt = now;
        }
        return known;
    }

    private static HostStatus.Model model(HostStatus status, String key) {
        return status.models().stream()
                .filter(model -> model.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static TrainingStatus training(HostStatus status, String name) {
        return status.trainings().stream()
                .filter(training -> training.training().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double age(HostStatus.Model model) {
        return model.age() == null ? Double.NaN : seconds(model.age());
    }

    private static double version(HostStatus.Model model) {
        return model.version() == null ? Double.NaN : model.version();
    }

    private static double seconds(Duration duration) {
        return duration.getSeconds() + duration.getNano() / 1e9;
    }

    void remove() {
        meters.forEach(registry::remove);
        meters.clear();
    }
}
