package io.trainyard.benchmarks;

import com.cronutils.model.time.ExecutionTime;
import io.trainyard.schedule.Schedule;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.quartz.CronExpression;

/**
 * Nanoseconds to find the next fire after an instant somewhere in ten years, another one each time. Each library is asked
 * with the type that it takes, made beforehand: for {@code java.time} zoned, for Quartz a {@code Date}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(3)
public class NextFireBenchmark {

    private static final int INSTANTS = 4_096;
    private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("2036-01-01T00:00:00Z").getEpochSecond();

    /** Which rule. */
    @Param
    public Rule rule = Rule.WEEKLY;

    private final Instant[] instants = new Instant[INSTANTS];
    private final ZonedDateTime[] zoned = new ZonedDateTime[INSTANTS];
    private final Date[] dates = new Date[INSTANTS];
    private int asked;

    private Schedule trainyard = Rule.WEEKLY.trainyard();
    private CronExpression quartz = Rule.WEEKLY.quartz();
    private ExecutionTime cronUtils = Rule.WEEKLY.cronUtils();
    private org.springframework.scheduling.support.CronExpression spring = Rule.WEEKLY.spring();

    /** Draws the instants, the same for all. */
    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(2026);
        for (int i = 0; i < INSTANTS; i++) {
            instants[i] = Instant.ofEpochSecond(random.nextLong(FIRST, LAST));
            zoned[i] = instants[i].atZone(Rule.ZONE);
            dates[i] = Date.from(instants[i]);
        }
        trainyard = rule.trainyard();
        quartz = rule.quartz();
        cronUtils = rule.cronUtils();
        spring = rule.spring();
    }

    private int another() {
        return asked++ & (INSTANTS - 1);
    }

    /** Trainyard's own. */
    @Benchmark
    public Optional<Instant> trainyard() {
        return trainyard.next(instants[another()]);
    }

    /** Quartz. */
    @Benchmark
    public Date quartz() {
        return quartz.getNextValidTimeAfter(dates[another()]);
    }

    /** cron-utils. */
    @Benchmark
    public Optional<ZonedDateTime> cronUtils() {
        return cronUtils.nextExecution(zoned[another()]);
    }

    /** Spring. */
    @Benchmark
    public @Nullable ZonedDateTime spring() {
        return spring.next(zoned[another()]);
    }
}
