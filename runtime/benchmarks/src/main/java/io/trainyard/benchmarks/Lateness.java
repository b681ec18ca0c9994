package io.trainyard.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/**
 * How late a handler is called that is due again and again, while trainings keep every processor busy: Trainyard, Quartz,
 * db-scheduler and a plain ScheduledThreadPoolExecutor, in turns in one process, each with the handler and the trainings on
 * threads of its own. A lateness counts from the instant at which the call was planned, so that a call that comes after a
 * late one is late, too. Arguments: milliseconds between calls (1000), seconds measured of each in a round (25), rounds (4),
 * trainings at once (as many as there are processors; 0 to 4).
 */
public final class Lateness {

    private static final Duration WARM_UP = Duration.ofSeconds(3);

    private Lateness() {}

    /** Measures and prints. */
    public static void main(String... arguments) throws Exception {
        Duration interval = Duration.ofMillis(number(arguments, 0, 1_000));
        Duration measured = Duration.ofSeconds(number(arguments, 1, 25));
        int rounds = number(arguments, 2, 4);
        int trainings = number(arguments, 3, Runtime.getRuntime().availableProcessors());
        Map<String, Supplier<LateCaller>> callers = new LinkedHashMap<>();
        callers.put("Trainyard", TrainyardCaller::new);
        callers.put("Quartz", QuartzCaller::new);
        callers.put("db-scheduler", DbSchedulerCaller::new);
        callers.put("ScheduledThreadPoolExecutor", ExecutorCaller::new);
        Map<String, Histogram> all = new LinkedHashMap<>();
        System.out.printf(
                Locale.ROOT,
                "a call every %d ms, %d trainings on %d processors, milliseconds late%n",
                interval.toMillis(),
                trainings,
                Runtime.getRuntime().availableProcessors());
        for (int round = 1; round <= rounds; round++) {
            for (Map.Entry<String, Supplier<LateCaller>> caller : callers.entrySet()) {
                LatenessProbe probe = new LatenessProbe();
                double busy = measure(caller.getValue().get(), interval, trainings, measured, probe);
                print("round " + round + " " + caller.getKey(), probe.histogram(), busy);
                all.computeIfAbsent(caller.getKey(), name -> LatenessProbe.empty())
                        .add(probe.histogram());
            }
        }
        all.forEach((name, histogram) -> print("all rounds " + name, histogram, Double.NaN));
    }

    /** Processors that were busy on average while it was measured. */
    private static double measure(
            LateCaller caller, Duration interval, int trainings, Duration measured, LatenessProbe probe)
            throws Exception {
        BusyTraining load = new BusyTraining();
        try {
            caller.start(probe, interval, load, trainings);
            load.awaitRunning(trainings);
            TimeUnit.NANOSECONDS.sleep(WARM_UP.toNanos());
            probe.begin();
            long cpu = cpuNanos();
            long start = System.nanoTime();
            TimeUnit.NANOSECONDS.sleep(measured.toNanos());
            probe.end();
            return (double) (cpuNanos() - cpu) / (System.nanoTime() - start);
        } finally {
            load.end();
            caller.stop();
        }
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void print(String who, Histogram late, double busy) {
        System.out.printf(
                Locale.ROOT,
                "%-40s p50 %8.3f  p99 %8.3f  p99.9 %8.3f  worst %8.3f  (%d calls%s)%n",
                who,
                late.getValueAtPercentile(50) / 1e6,
                late.getValueAtPercentile(99) / 1e6,
                late.getValueAtPercentile(99.9) / 1e6,
                late.getMaxValue() / 1e6,
                late.getTotalCount(),
                Double.isNaN(busy) ? "" : String.format(Locale.ROOT, ", %.2f processors busy", busy));
    }

    private static int number(String[] arguments, int index, int otherwise) {
        return arguments.length > index ? Integer.parseInt(arguments[index]) : otherwise;
    }
}
