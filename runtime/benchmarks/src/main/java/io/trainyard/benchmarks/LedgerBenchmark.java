package io.trainyard.benchmarks;

import io.trainyard.training.ledger.DiskLedger;
import io.trainyard.training.ledger.LedgerEntry;
import io.trainyard.training.ledger.RunEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Entries that a ledger of runs brings to the disk, microseconds each: waited for by one thread, by eight that share writes, and
 * given to it without waiting, as a live strategy's thread does. The disk is that of the temporary folder.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class LedgerBenchmark {

    private final RunEvent event = new RunEvent.Published("SundayTrend", 0, "sunday-trend/line", 1, 1);
    private final Path folder;
    private final DiskLedger ledger;

    /** A ledger in a folder of its own. */
    public LedgerBenchmark() {
        folder = folder();
        ledger = DiskLedger.open(folder, InstantSource.system());
    }

    /** One entry, on the disk. */
    @Benchmark
    public LedgerEntry append() {
        return ledger.append(Instant.EPOCH, event);
    }

    /** The same from eight threads. */
    @Benchmark
    @Threads(8)
    public LedgerEntry appendFromEight() {
        return ledger.append(Instant.EPOCH, event);
    }

    /** One entry, on its way to the disk. */
    @Benchmark
    public CompletableFuture<Void> appendLater() {
        return ledger.appendLater(Instant.EPOCH, List.of(event));
    }

    /** Removes the files. */
    @TearDown
    public void cleanUp() throws IOException {
        ledger.close();
        delete(folder);
    }

    static Path folder() {
        try {
            return Files.createTempDirectory("ledger");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
