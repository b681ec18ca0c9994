package io.trainyard.benchmarks;

import io.trainyard.host.BacktestRun;
import io.trainyard.host.Trainyard;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Nanoseconds of what a handler does before it trades: it asks the generated guard, and reads its model. Beside them a plain
 * volatile read, wanted are at most one and a half times as much. The strategy is one that has been trained in a backtest.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class GuardBenchmark {

    private volatile boolean plain = true;
    private volatile @Nullable Object plainReference = "model";
    private @Nullable Trained strategy;
    private @Nullable Trained_Guard guard;

    /** Trains the models. */
    @Setup(Level.Trial)
    public void train() {
        BacktestRun run =
                Trainyard.backtest(Trained.class).bars(new RandomWalk(100)).deploy();
        run.run();
        Trained_Component component = run.component(Trained_Component.class);
        strategy = component.strategy();
        guard = component.guard();
        if (!guard.isModelReady()) {
            throw new IllegalStateException("not trained: " + guard.models());
        }
    }

    /** The measure: one volatile flag. */
    @Benchmark
    public boolean plainVolatileFlag() {
        return plain;
    }

    /** The measure: one volatile reference. */
    @Benchmark
    public @Nullable Object plainVolatileReference() {
        return plainReference;
    }

    /** The guard of a strategy with one model. */
    @Benchmark
    public boolean isModelReady() {
        return guard().isModelReady();
    }

    /** The status of that model, as a handler that requires it asks for it. */
    @Benchmark
    public boolean statusIsReady() {
        return guard().line().isReady();
    }

    /** The field that a handler reads. */
    @Benchmark
    public Trained.@Nullable Line readModel() {
        return strategy().line;
    }

    /** Both, as a handler does before it trades. */
    @Benchmark
    public Trained.@Nullable Line askAndRead() {
        return guard().isModelReady() ? strategy().line : null;
    }

    private Trained strategy() {
        Trained found = strategy;
        if (found == null) {
            throw new IllegalStateException("not set up");
        }
        return found;
    }

    private Trained_Guard guard() {
        Trained_Guard found = guard;
        if (found == null) {
            throw new IllegalStateException("not set up");
        }
        return found;
    }
}
