package io.trainyard.benchmarks;

import com.cronutils.model.time.ExecutionTime;
import io.trainyard.schedule.Schedule;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.infra.Blackhole;
import org.quartz.CronExpression;

/** All fires of ten years, one after the other; the counter {@code fires} says how many a second. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(3)
public class TenYearsBenchmark {

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");

    /** A rule in the words of each library. */
    @State(Scope.Benchmark)
    public static class Expressions {

        /** Which rule. */
        @Param
        public Rule rule = Rule.WEEKLY;

        private Schedule trainyard = Rule.WEEKLY.trainyard();
        private CronExpression quartz = Rule.WEEKLY.quartz();
        private ExecutionTime cronUtils = Rule.WEEKLY.cronUtils();
        private org.springframework.scheduling.support.CronExpression spring = Rule.WEEKLY.spring();

        /** Takes the rule's expressions. */
        @Setup
        public void take() {
            trainyard = rule.trainyard();
            quartz = rule.quartz();
            cronUtils = rule.cronUtils();
            spring = rule.spring();
        }
    }

    /** How many fires were seen. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Fires {
        /** The count. */
        public long fires;
    }

    /** The limit: as many instants as a Sunday has in ten years, a week apart, without a clock change or a rule. */
    @Benchmark
    public void bareLoop(Fires counter, Blackhole hole) {
        for (long second = FROM.getEpochSecond(); second < TO.getEpochSecond(); second += 604_800) {
            hole.consume(Instant.ofEpochSecond(second));
            counter.fires++;
        }
    }

    /** Trainyard's own. */
    @Benchmark
    public void trainyard(Expressions of, Fires counter, Blackhole hole) {
        for (Iterator<Instant> all = of.trainyard.from(FROM, TO); all.hasNext(); ) {
            hole.consume(all.next());
            counter.fires++;
        }
    }

    /** Quartz. */
    @Benchmark
    @SuppressWarnings("JavaUtilDate") // what Quartz takes
    public void quartz(Expressions of, Fires counter, Blackhole hole) {
        Date end = Date.from(TO);
        for (Date next = of.quartz.getNextValidTimeAfter(Date.from(FROM));
                next != null && !next.after(end);
                next = of.quartz.getNextValidTimeAfter(next)) {
            hole.consume(next);
            counter.fires++;
        }
    }

    /** cron-utils. */
    @Benchmark
    public void cronUtils(Expressions of, Fires counter, Blackhole hole) {
        ZonedDateTime end = TO.atZone(Rule.ZONE);
        for (ZonedDateTime next =
                        of.cronUtils.nextExecution(FROM.atZone(Rule.ZONE)).orElse(null);
                next != null && !next.isAfter(end);
                next = of.cronUtils.nextExecution(next).orElse(null)) {
            hole.consume(next);
            counter.fires++;
        }
    }

    /** Spring. */
    @Benchmark
    public void spring(Expressions of, Fires counter, Blackhole hole) {
        ZonedDateTime end = TO.atZone(Rule.ZONE);
        for (@Nullable ZonedDateTime next = of.spring.next(FROM.atZone(Rule.ZONE));
                next != null && !next.isAfter(end);
                next = of.spring.next(next)) {
            hole.consume(next);
            counter.fires++;
        }
    }
}
