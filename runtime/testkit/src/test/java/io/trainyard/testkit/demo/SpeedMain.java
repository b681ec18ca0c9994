package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.trainyard.testkit.Mode;
import io.trainyard.testkit.Replace;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Measures the kit, as tests are run: how long a class takes to its first result, and a thousand tests. {@code
 * runtime/benchmarks/README.md} says how to call it. No test by itself.
 */
final class SpeedMain {

    private SpeedMain() {}

    /** Prints the figures. */
    public static void main(String[] arguments) {
        Stopwatch watch = new Stopwatch();
        Moment start = Moment.now();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(List.of(
                                        selectClass(First.class),
                                        selectClass(Second.class),
                                        selectClass(Third.class),
                                        selectClass(Fourth.class),
                                        selectClass(Backtests.class),
                                        selectClass(Lives.class)))
                                .build(),
                        watch);
        System.out.printf("all in %s, %d failed%n", start.until(Moment.now()), watch.failed);
        watch.classes
                .values()
                .forEach(one -> System.out.printf(
                        "%-9s %4d tests in %s, the first after %s%n",
                        one.name, one.tests, one.started.until(one.ended), one.started.until(one.first)));
    }

    /** A moment on the wall, and in the processor time of this process, that of its compiler included. */
    private record Moment(long wall, long processor) {
        static Moment now() {
            long processor = ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                    .getProcessCpuTime();
            return new Moment(System.nanoTime(), processor);
        }

        String until(Moment later) {
            return (later.wall - wall) / 1_000_000 + " ms (" + (later.processor - processor) / 1_000_000
                    + " ms of a processor)";
        }
    }

    @StrategyTest(SundayTrend.class)
    static final class First {
        @RepeatedTest(1)
        void trains(StrategyDriver driver) {
            backtest(driver);
        }
    }

    @StrategyTest(value = SundayTrend.class, mode = Mode.LIVE)
    static final class Second {
        @RepeatedTest(1)
        void trains(StrategyDriver driver) {
            live(driver);
        }
    }

    @StrategyTest(Desk.Trader.class)
    static final class Third {
        @Replace
        Desk.Broker broker = (symbol, quantity) -> {};

        @RepeatedTest(1)
        void trains(StrategyDriver driver) {
            backtest(driver);
        }
    }

    @StrategyTest(Desk.Trader.class)
    static final class Fourth {
        @Replace
        Desk.Broker broker = (symbol, quantity) -> {};

        @RepeatedTest(1)
        void trains(StrategyDriver driver, Desk.Clerk clerk) {
            driver.advanceTo("2024-03-05T09:00");
            assertThat(driver).failed("fit").times(10);
        }
    }

    @StrategyTest(SundayTrend.class)
    static final class Backtests {
        @RepeatedTest(500)
        void trains(StrategyDriver driver) {
            backtest(driver);
        }
    }

    @StrategyTest(value = SundayTrend.class, mode = Mode.LIVE)
    static final class Lives {
        @RepeatedTest(500)
        void trains(StrategyDriver driver) {
            live(driver);
        }
    }

    /** Eight weeks of bars, nine trainings, a fake failure. */
    private static void backtest(StrategyDriver driver) {
        driver.past(Weekdays.from("2024-01-02", 10, 11, 12, 13, 14));
        driver.market(Weekdays.from("2024-01-09", walk(40)));
        driver.fail("fit", new IllegalStateException("no data"));
        driver.advanceTo("2024-03-05T09:00");
        assertThat(driver).failed("fit").times(1).trained("fit").times(8).isModelReady();
    }

    /** The same live, with a process that dies. */
    private static void live(StrategyDriver driver) {
        driver.past(Weekdays.from("2024-01-02", 10, 11, 12, 13, 14));
        driver.market(Weekdays.from("2024-01-09", walk(40)));
        driver.letTrainingsRun().advanceTo("2024-02-06T09:00");
        driver.crash().restart();
        driver.advanceTo("2024-03-05T09:00");
        assertThat(driver).trained("fit").times(9).isModelReady();
    }

    private static double[] walk(int count) {
        double[] closes = new double[count];
        for (int i = 0; i < count; i++) {
            closes[i] = 100 + i % 7 - i % 3;
        }
        return closes;
    }

    private static final class Stopwatch implements TestExecutionListener {
        private final Map<String, OfClass> classes = new LinkedHashMap<>();
        private int failed;

        @Override
        public void executionStarted(TestIdentifier test) {
            if (test.getType().isContainer()
                    && test.getUniqueId().contains("[class:")
                    && !test.getUniqueId().contains("template")) {
                classes.put(test.getUniqueId(), new OfClass(test.getDisplayName(), Moment.now()));
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            Moment now = Moment.now();
            classes.forEach((id, one) -> {
                if (test.getUniqueId().startsWith(id)) {
                    one.ended = now;
                    if (test.getType().isTest()) {
                        one.first = one.tests++ == 0 ? now : one.first;
                    }
                }
            });
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                failed++;
                result.getThrowable().ifPresent(Throwable::printStackTrace);
            }
        }
    }

    private static final class OfClass {
        private final String name;
        private final Moment started;
        private Moment first;
        private Moment ended;
        private int tests;

        OfClass(String name, Moment started) {
            this.name = name.substring(name.lastIndexOf('$') + 1);
            this.started = started;
            this.first = started;
            this.ended = started;
        }
    }
}
