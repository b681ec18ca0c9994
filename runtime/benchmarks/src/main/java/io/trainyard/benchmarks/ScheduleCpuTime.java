package io.trainyard.benchmarks;

import com.cronutils.model.time.ExecutionTime;
import io.trainyard.schedule.Schedule;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Date;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Nanoseconds of processor time for what {@link NextFireBenchmark} and {@link TenYearsBenchmark} measure on the clock. On a
 * machine that others use, a clock counts their work too; processor time does not. The cases take turns, round by round.
 */
public final class ScheduleCpuTime {

    private static final int INSTANTS = 4_096;
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2036-01-01T00:00:00Z");
    private static final long ROUND_NANOS = 150_000_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What keeps the results alive. */
    static volatile long sink;

    private final Map<String, IntToLongFunction> cases = new LinkedHashMap<>();
    private final Instant[] instants = new Instant[INSTANTS];
    private final ZonedDateTime[] zoned = new ZonedDateTime[INSTANTS];
    private final Date[] dates = new Date[INSTANTS];

    private ScheduleCpuTime() {
        SplittableRandom random = new SplittableRandom(2026);
        for (int i = 0; i < INSTANTS; i++) {
            instants[i] = Instant.ofEpochSecond(random.nextLong(FROM.getEpochSecond(), TO.getEpochSecond()));
            zoned[i] = instants[i].atZone(Rule.ZONE);
            dates[i] = Date.from(instants[i]);
        }
        for (Rule rule : Rule.values()) {
            add(rule);
        }
    }

    /** Measures {@code rounds} rounds (default 9) after two that warm up. */
    public static void main(String... arguments) {
        new ScheduleCpuTime().measure(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 9);
    }

    @SuppressWarnings("JavaUtilDate") // what Quartz takes
    private void add(Rule rule) {
        String name = rule.name().toLowerCase(Locale.ROOT);
        Schedule trainyard = rule.trainyard();
        var quartz = rule.quartz();
        ExecutionTime cronUtils = rule.cronUtils();
        var spring = rule.spring();
        cases.put(
                name + " next, trainyard",
                i -> trainyard.next(instants[i]).orElseThrow().getEpochSecond());
        cases.put(
                name + " next, quartz",
                i -> quartz.getNextValidTimeAfter(dates[i]).getTime());
        cases.put(
                name + " next, cron-utils",
                i -> cronUtils.nextExecution(zoned[i]).orElseThrow().toEpochSecond());
        cases.put(name + " next, spring", i -> second(spring.next(zoned[i])));
        cases.put(name + " iterated, trainyard", new IntToLongFunction() {
            private Iterator<Instant> all = trainyard.from(FROM, TO);

            @Override
            public long applyAsLong(int i) {
                if (!all.hasNext()) {
                    all = trainyard.from(FROM, TO);
                }
                return all.next().getEpochSecond();
            }
        });
    }

    private static long second(@Nullable ZonedDateTime time) {
        return time == null ? 0 : time.toEpochSecond();
    }

    private void measure(int rounds) {
        Map<String, double[]> measured = new TreeMap<>();
        for (int round = -2; round < rounds; round++) {
            for (Map.Entry<String, IntToLongFunction> one : cases.entrySet()) {
                double nanos = nanos(one.getValue());
                if (round >= 0) {
                    measured.computeIfAbsent(one.getKey(), any -> new double[rounds])[round] = nanos;
                }
            }
        }
        cases.keySet().forEach(name -> print(name, measured.getOrDefault(name, new double[rounds])));
    }

    private static double nanos(IntToLongFunction operation) {
        long sum = 0;
        long count = 0;
        long start = THREADS.getCurrentThreadCpuTime();
        long used;
        do {
            for (int i = 0; i < 512; i++) {
                sum += operation.applyAsLong((int) (count++ & (INSTANTS - 1)));
            }
            used = THREADS.getCurrentThreadCpuTime() - start;
        } while (used < ROUND_NANOS);
        sink = sum;
        return used / (double) count;
    }

    private static void print(String name, double[] nanos) {
        List<Double> sorted = Arrays.stream(nanos).sorted().boxed().toList();
        System.out.printf(
                Locale.ROOT,
                "%-28s %,12.1f (%,.1f to %,.1f) ns%n",
                name,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1));
    }
}
