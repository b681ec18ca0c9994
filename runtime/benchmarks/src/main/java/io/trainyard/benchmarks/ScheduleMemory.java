package io.trainyard.benchmarks;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.trainyard.benchmarks.ManySchedules.Weekly;
import io.trainyard.schedule.Agenda;
import java.text.ParseException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.Function;
import org.quartz.CronExpression;

/**
 * Bytes of heap that a schedule keeps: what is in use after full collections with 100,000 of them, less what was before,
 * by 100,000. What they share, such as the tables of zones, is loaded beforehand. Run with {@code -XX:+UseSerialGC}.
 */
public final class ScheduleMemory {

    private static final int COUNT = 100_000;
    private static final Instant DEPLOYED = Instant.parse("2026-01-01T00:00:00Z");

    /** What must not be collected. */
    static volatile Object kept = List.of();

    private static boolean printed;

    private ScheduleMemory() {}

    /** Measures each library {@code rounds} times (default 3). */
    public static void main(String... arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3;
        CronParser parser = new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
        // the first round, which also loads classes, is not printed
        for (int round = 0; round <= rounds; round++) {
            printed = round > 0;
            measure("trainyard, schedule", Weekly::schedule);
            measure("quartz, CronExpression", ScheduleMemory::quartz);
            measure("cron-utils, ExecutionTime", weekly -> ExecutionTime.forCron(parser.parse(weekly.cron())));
            measure(
                    "spring, CronExpression",
                    weekly -> org.springframework.scheduling.support.CronExpression.parse(weekly.cron()));
            measureAgenda();
        }
    }

    private static Object quartz(Weekly weekly) {
        try {
            CronExpression expression = new CronExpression(weekly.cron());
            expression.setTimeZone(TimeZone.getTimeZone(weekly.zone()));
            return expression;
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void measure(String who, Function<Weekly, Object> make) {
        List<Weekly> drawn = ManySchedules.draw(COUNT);
        kept = drawn.stream().limit(2_000).map(make).toList();
        Object[] made = new Object[COUNT];
        kept = List.of(drawn, made);
        long before = used();
        for (int i = 0; i < COUNT; i++) {
            made[i] = make.apply(drawn.get(i));
        }
        print(who, used() - before);
    }

    /** With the agenda that keeps them in order: its entries, lists and instants included. */
    private static void measureAgenda() {
        List<Weekly> drawn = ManySchedules.draw(COUNT);
        Agenda<Weekly> agenda = new Agenda<>();
        kept = List.of(drawn, agenda);
        long before = used();
        drawn.forEach(weekly -> agenda.add(weekly, List.of(weekly.schedule()), DEPLOYED));
        print("trainyard, on an agenda", used() - before);
    }

    private static void print(String who, long bytes) {
        if (printed) {
            System.out.printf(Locale.ROOT, "%-28s %,8.1f bytes a schedule%n", who, bytes / (double) COUNT);
        }
    }

    private static long used() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
