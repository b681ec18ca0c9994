package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import io.trainyard.time.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiConsumer;

/** Lets models become stale and expire when market time has come to it. For the strategy's thread. */
final class Ageing {

    private final ManualClock clock;
    private final Timeline timeline;
    private final BiConsumer<ModelStatus, Instant> listener;

    Ageing(ManualClock clock, Timeline timeline, BiConsumer<ModelStatus, Instant> listener) {
        this.clock = clock;
        this.timeline = timeline;
        this.listener = listener;
    }

    /** Takes note of a version that was put in place. */
    void watch(ModelSlot<?> slot, ModelVersion version) {
        slot.cell().become(stateNow(slot, version), version);
        lookAgain(slot, version, slot.freshness().staleAfter());
        lookAgain(slot, version, slot.freshness().expiresAfter());
    }

    private static Duration age(ModelVersion version, Instant now) {
        return Duration.between(version.savedAt(), now);
    }

    private ModelState stateNow(ModelSlot<?> slot, ModelVersion version) {
        return slot.freshness().at(age(version, clock.now()));
    }

    private void lookAgain(ModelSlot<?> slot, ModelVersion version, Duration age) {
        if (!Freshness.isNever(age) && age(version, clock.now()).compareTo(age) < 0) {
            timeline.add(version.savedAt().plus(age), () -> look(slot, version));
        }
    }

    private void look(ModelSlot<?> slot, ModelVersion version) {
        ModelCell cell = slot.cell();
        boolean inPlace = cell.version().filter(version::equals).isPresent();
        if (inPlace && cell.state().isUsable() && cell.state() != stateNow(slot, version)) {
            cell.become(stateNow(slot, version));
            listener.accept(cell, clock.now());
        }
    }
}
