package io.trainyard.host;

import io.trainyard.host.HostStatus.Phase;
import io.trainyard.training.ModelStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts looks at a live strategy together. */
final class LiveLook {

    private LiveLook() {}

    /** On the strategy's thread: all there is. */
    static HostStatus at(LiveParts parts, StrategyHost host, Phase phase, int pending, @Nullable String feedProblem) {
        Instant now = parts.pace().now(parts.clock().now());
        return new HostStatus(
                parts.definition().name(),
                phase,
                now,
                host.slices(),
                host.withheld(),
                pending,
                parts.strategy().guard().isModelReady(),
                models(parts, now),
                parts.trainer().status(host::nextDue),
                budget(parts, now),
                null,
                feedProblem);
    }

    /** On any thread, where the strategy's never answered. */
    static HostStatus unanswered(LiveParts parts, Phase phase, int pending) {
        Instant now = parts.clock().now();
        return new HostStatus(
                parts.definition().name(),
                phase,
                now,
                0,
                0,
                pending,
                parts.strategy().guard().isModelReady(),
                models(parts, now),
                List.of(),
                budget(parts, now),
                null,
                null);
    }

    /** What was known before, and what holds the strategy's thread up. */
    static HostStatus with(HostStatus known, Phase phase, int pending, HandlerWatch.@Nullable Hanging hanging) {
        return new HostStatus(
                known.strategy(),
                phase,
                known.asOf(),
                known.slices(),
                known.withheld(),
                pending,
                known.ready(),
                known.models(),
                known.trainings(),
                known.budget(),
                hanging == null ? null : new HostStatus.Handler(hanging.handler(), hanging.since(), hanging.stack()),
                known.feedProblem());
    }

    private static HostStatus.Budget budget(LiveParts parts, Instant now) {
        return new HostStatus.Budget(
                parts.budget().level(now), parts.budget().quota().capacity());
    }

    private static List<HostStatus.Model> models(LiveParts parts, Instant now) {
        return parts.strategy().guard().models().stream()
                .map(model -> look(model, now))
                .toList();
    }

    private static HostStatus.Model look(ModelStatus model, Instant now) {
        return new HostStatus.Model(
                model.key(),
                model.state(),
                model.version().map(version -> version.number()).orElse(null),
                model.version().map(version -> version.savedAt()).orElse(null),
                model.age(now).orElse(null));
    }
}
