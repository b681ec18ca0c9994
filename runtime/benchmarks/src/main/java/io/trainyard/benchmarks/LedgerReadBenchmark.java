package io.trainyard.benchmarks;

import io.trainyard.training.ledger.Activation;
import io.trainyard.training.ledger.DiskLedger;
import io.trainyard.training.ledger.RunEnd;
import io.trainyard.training.ledger.RunEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Questions to a ledger of a million entries, 200,000 runs of a strategy that trains every hour; milliseconds each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 4)
@Measurement(iterations = 3, time = 4)
@Fork(1)
public class LedgerReadBenchmark {

    private static final int RUNS = 200_000;
    private static final String STRATEGY = "SundayTrend";
    private static final String KEY = "sunday-trend/line";
    private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

    private final Path folder;
    private final DiskLedger ledger;

    /** A ledger in a folder of its own. */
    public LedgerReadBenchmark() {
        folder = LedgerBenchmark.folder();
        ledger = DiskLedger.open(folder, InstantSource.system());
    }

    /** Fills it. */
    @Setup
    public void fill() {
        for (int i = 0; i < RUNS; i++) {
            Instant at = hour(i);
            long run = ledger.claimLater(at, STRATEGY, "fit", at).orElseThrow();
            Object last = ledger.appendLater(
                    at,
                    List.of(
                            new RunEvent.Started(STRATEGY, run, 1, Duration.ofMinutes(10), null),
                            new RunEvent.Committed(STRATEGY, run, KEY, run),
                            new RunEvent.Published(STRATEGY, run, KEY, run, i),
                            new RunEvent.Ended(
                                    STRATEGY, run, 1, RunEnd.SUCCEEDED, Duration.ofMillis(20), "", null, null)));
            if (i % 1_000 == 0) {
                ((java.util.concurrent.CompletableFuture<?>) last).join();
            }
        }
        ledger.recover();
    }

    private static Instant hour(int number) {
        return START.plus(Duration.ofHours(number));
    }

    /** Every entry. */
    @Benchmark
    public long read() {
        long[] entries = new long[1];
        ledger.read(entry -> entries[0] += entry.sequence());
        return entries[0];
    }

    /** Which versions were put in place, all of them. */
    @Benchmark
    public int activations() {
        return ledger.activations(STRATEGY).list().size();
    }

    /** Which version served a moment ago. */
    @Benchmark
    public Optional<Activation> liveNow() {
        return ledger.liveAt(STRATEGY, KEY, hour(RUNS));
    }

    /** Which version served at the beginning, which is the farthest. */
    @Benchmark
    public Optional<Activation> liveAtTheBeginning() {
        return ledger.liveAt(STRATEGY, KEY, hour(1));
    }

    /** Removes the files. */
    @TearDown
    public void cleanUp() throws IOException {
        ledger.close();
        LedgerBenchmark.delete(folder);
    }
}
