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
import io.trainyard.training.RefreshedModel;
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
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Publications against readers on other threads: a reader that asks the guard sees a whole model, of the version that the guard
 * names or a later one, never an earlier one than before; and comes to see the last. The publications are those of a trainer:
 * what another process has committed, which costs no store, a million times; and trainings with their saves.
 */
@Timeout(120)
final class PublicationStressTest {

    private static final int PUBLICATIONS = 1_000_000;
    private static final int TRAININGS = 4_000;
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    /** A model that would show if it were torn: its fields are not final, so that only its publication makes them visible. */
    static final class Pair {
        public long number;
        public long negative;

        static Pair of(long number) {
            Pair pair = new Pair();
            pair.number = number;
            pair.negative = -number;
            return pair;
        }

        boolean isWhole() {
            return number == -negative;
        }
    }

    private final ModelCell cell = new ModelCell("pair");
    private final ManualClock clock = new ManualClock(START, ZoneOffset.UTC);
    private final AtomicLong trained = new AtomicLong();

    /** A plain field, as that of a strategy. */
    private @Nullable Pair pair;

    private final ModelSlot<Pair> slot =
            new ModelSlot<>(cell, ObjectType.of(Pair.class), Format.JSON, () -> pair, value -> pair = value);

    private final TrainingJob job = TrainingJob.returning(
            new TrainingDefinition("fit", List.of(), List.of("pair"), RunPolicy.standard()),
            slot,
            () -> Pair.of(trained.incrementAndGet()));
    private final Trainer trainer = trainer();

    private static ModelVersion version(long number) {
        return new ModelVersion("pair", number, Birth.at(START), START, false, false, 0, "");
    }

    @Test
    void readers_see_whole_models_of_a_million_publications_and_the_last_of_them() throws InterruptedException {
        List<Reader> readers = read(PUBLICATIONS);

        for (long i = 1; i <= PUBLICATIONS; i++) {
            trainer.refresh(new RefreshedModel<>(slot, Pair.of(i), version(i)), () -> {});
        }

        assertThatAllIsWell(readers, PUBLICATIONS);
    }

    @Test
    void readers_see_whole_models_of_trainings_too() throws InterruptedException {
        List<Reader> readers = read(TRAININGS);

        for (int i = 1; i <= TRAININGS; i++) {
            Instant due = START.plusSeconds(i);
            clock.moveTo(due);
            trainer.train(job, due);
        }

        assertThatAllIsWell(readers, TRAININGS);
    }

    private List<Reader> read(long last) {
        List<Reader> readers = Stream.generate(() -> new Reader(last)).limit(2).toList();
        readers.forEach(Thread::start);
        return readers;
    }

    private static void assertThatAllIsWell(List<Reader> readers, long last) throws InterruptedException {
        for (Reader reader : readers) {
            reader.join();
            assertThat(reader.wrong).isZero();
            assertThat(reader.newest).isEqualTo(last);
        }
    }

    /** Reads until it has seen the last; one that never does runs into the time limit of the test. */
    private final class Reader extends Thread {

        private final long last;
        private long wrong;
        private long newest;

        Reader(long last) {
            this.last = last;
            setDaemon(true);
        }

        @Override
        public void run() {
            while (newest < last) {
                if (!cell.isReady()) {
                    continue;
                }
                long promised = cell.version().map(ModelVersion::number).orElse(Long.MAX_VALUE);
                Pair seen = pair;
                if (seen == null || !seen.isWhole() || seen.number < promised || seen.number < newest) {
                    wrong++;
                }
                newest = Math.max(newest, promised);
            }
        }
    }

    private Trainer trainer() {
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
                                new TrainingQuota(Duration.ofDays(100), Duration.ZERO, Duration.ofDays(1)), START),
                        new ModelKeeper(
                                new MemoryStore(Quota.of(Plan.FREE)),
                                clock,
                                new io.trainyard.market.Recording(List.of("SPY")).history(clock)),
                        new RunHistory(),
                        new TrainingListener() {}),
                List.of(job));
    }
}
