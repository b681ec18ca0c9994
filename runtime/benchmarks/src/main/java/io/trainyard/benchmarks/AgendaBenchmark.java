package io.trainyard.benchmarks;

import io.trainyard.schedule.Agenda;
import io.trainyard.schedule.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds to ask an agenda what is due: while nothing is, and with one occasion each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(3)
public class AgendaBenchmark {

    private static final Instant DEPLOYED = Instant.parse("2026-01-01T00:00:00Z");

    /** How many schedules are on the agenda. */
    @Param({"1000", "10000", "100000"})
    public int schedules;

    private Agenda<Integer> agenda = new Agenda<>();

    /** Fills the agenda anew: each occasion taken moves an entry on by a week. */
    @Setup(Level.Iteration)
    public void fill() {
        agenda = new Agenda<>();
        List<Schedule> all = ManySchedules.weekly(schedules);
        for (int i = 0; i < schedules; i++) {
            agenda.add(i, List.of(all.get(i)), DEPLOYED);
        }
    }

    /** Nothing is due. */
    @Benchmark
    public Optional<Agenda.Due<Integer>> nothingIsDue() {
        return agenda.poll(DEPLOYED);
    }

    /** One is due, is taken, and moves on to its next occasion. */
    @Benchmark
    public Optional<Agenda.Due<Integer>> oneIsDue() {
        return agenda.poll(Instant.MAX);
    }
}
