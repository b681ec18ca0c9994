package io.trainyard.host;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Format;
import io.trainyard.Plan;
import io.trainyard.store.Birth;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectType;
import io.trainyard.store.Quota;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import io.trainyard.time.Stopwatch;
import io.trainyard.training.Lane;
import io.trainyard.training.ModelCell;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.ModelSlot;
import io.trainyard.training.RunHistory;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.Timing;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainerParts;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.TrainingJob;
import io.trainyard.training.TrainingListener;
import io.trainyard.training.TrainingQuota;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Publications against readers on other threads. */
@Timeout(120)
final class PublicationStressTest {

    private static final int PUBLICATIONS = 200_000;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** A model that would show if it were torn. */
    private record Pair(long number, long negative) {}

    private final ModelCell cell = new ModelCell("pair");
    private @Nullable Pair pair;

    private static ModelVersion version(long number) {
        return new ModelVersion("pair", number, Birth.at(START), START, false, false, 0, "");
    }

    /** A model is put in place as a trainer does it, without the cost of storing it. */
    private static void publish(ModelSlot<Pair> slot, Trainer trainer, long number) {
        slot.writer().accept(new Pair(number, -number));
        trainer.restored(slot, version(number));
    }

    @Test
    void readers_that_ask_the_guard_see_whole_models_of_the_version_that_it_names_or_a_later_one()
            throws InterruptedException {
        ManualClock clock = new ManualClock(START, ZoneOffset.UTC);
        ModelSlot<Pair> slot =
                new ModelSlot<>(cell, ObjectType.of(Pair.class), Format.JSON, () -> pair, value -> pair = value);
        Trainer trainer = trainer(clock, slot);
        AtomicBoolean over = new AtomicBoolean();
        AtomicLong wrong = new AtomicLong();
        AtomicLong newest = new AtomicLong();
        Runnable reader = () -> {
            long last = 0;
            while (!over.get() || last < PUBLICATIONS) {
                long promised = cell.version().map(ModelVersion::number).orElse(0L);
                Pair seen = pair;
                if (promised > 0) {
                    if (seen == null
                            || seen.number() != -seen.negative()
                            || seen.number() < promised
                            || seen.number() < last) {
                        wrong.incrementAndGet();
                    }
                    last = Math.max(last, promised);
                }
            }
            newest.accumulateAndGet(last, Math::max);
        };
        List<Thread> readers = List.of(new Thread(reader), new Thread(reader), new Thread(reader));
        readers.forEach(Thread::start);

        for (long i = 1; i <= PUBLICATIONS; i++) {
            publish(slot, trainer, i);
        }
        over.set(true);
        for (Thread one : readers) {
            one.join();
        }

        assertThat(wrong).hasValue(0);
        assertThat(newest).hasValue(PUBLICATIONS);
    }

    private static Trainer trainer(ManualClock clock, ModelSlot<Pair> slot) {
        TrainingJob job = TrainingJob.returning(
                new TrainingDefinition("fit", List.of(), List.of("pair"), RunPolicy.standard()),
                slot,
                () -> new Pair(0, 0));
        return new Trainer(
                new TrainerParts(
                        "stress",
                        clock,
                        Timing.inStep(clock),
                        Stopwatch.system(),
                        Alarms.silent(),
                        Duration.ofSeconds(1),
                        Lane.inline(),
                        () -> {},
                        new TrainingBudget(
                                new TrainingQuota(Duration.ofMinutes(30), Duration.ZERO, Duration.ofDays(1)), START),
                        new ModelKeeper(
                                new MemoryStore(Quota.of(Plan.FREE)),
                                clock,
                                new io.trainyard.market.Recording(List.of("SPY")).history(clock)),
                        new RunHistory(),
                        new TrainingListener() {}),
                List.of(job));
    }
}
