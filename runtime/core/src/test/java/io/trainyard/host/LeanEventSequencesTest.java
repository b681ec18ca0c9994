package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Hours;
import io.trainyard.Resolution;
import io.trainyard.host.SeveralByHand.Ran;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import io.trainyard.schedule.CalendarPeriod;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.calendar.TradingCalendar;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * LEAN's table of the order in which events fire, through the host: each event is a training, and what counts is when it is
 * run, in which order, and what the clock shows it. Where LEAN loses what is due after the last slice, it is run.
 */
final class LeanEventSequencesTest {

    private static final TradingCalendar NYSE = TradingCalendar.usEquity();

    private static final Map<String, Executable> MEANINGS = Map.ofEntries(
            // times before the deployment are passed over, and the rest is in order
            Map.entry(
                    "RH-01", () -> assertThat(ran("1@-10 +5", "2@+1", "3@+10")).containsExactly("2@1", "1@5", "3@10")),
            // LEAN drains one event before the next; here it is chronological always, as in RH-05
            Map.entry(
                    "RH-03", () -> assertThat(ran("A@+0 +10", "B@+1 +2")).containsExactly("A@0", "B@1", "B@2", "A@10")),
            Map.entry(
                    "RH-05", () -> assertThat(ran("A@+0 +10", "B@+1 +2")).containsExactly("A@0", "B@1", "B@2", "A@10")),
            Map.entry("RH-07", LeanEventSequencesTest::whatIsDueWithASliceSeesItAndWhatIsDueBeforeDoesNot),
            // LEAN puts an event that has just fired behind others due at the same time; here they keep their order
            Map.entry("RH-09", () -> assertThat(ran("1@+10", "2@+1", "3@+10")).containsExactly("2@1", "1@10", "3@10")),
            Map.entry("RH-11", () -> assertThat(ran("1@+10", "2@+1")).containsExactly("2@1", "1@10")),
            Map.entry(
                    "RH-13",
                    () -> assertThat(ran("1@+10", "2@+1 +3 +50")).containsExactly("2@1", "2@3", "1@10", "2@50")),
            Map.entry("RH-15", LeanEventSequencesTest::weeklyBeforeTheClose),
            Map.entry("RH-23", LeanEventSequencesTest::everySixHoursWithTheLastOfTheLastDay),
            Map.entry("RH-25", () -> {
                List<String> ran = january(TimeRule.every(Duration.ofHours(6)));
                // one more than LEAN, which loses the last for want of a slice
                assertThat(ran).hasSize(128).allMatch(time -> time.matches(".*T(00|06|12|18):00"));
            }),
            Map.entry(
                    "RH-27",
                    () -> assertThat(january(TimeRule.at(LocalTime.MIDNIGHT)))
                            .hasSize(32)
                            .allMatch(time -> time.endsWith("T00:00"))),
            Map.entry("RH-29", LeanEventSequencesTest::twinsRunInTheOrderOfTheirDeclaration));

    private static final Map<String, String> ELSEWHERE = Map.of(
            "RH-17", "a calendar is a value: a closure announced later is a new calendar, closedAlsoOn",
            "RH-19", "as RH-17",
            "RH-21", "nothing is refreshed behind a strategy's back",
            "RH-31", "a market that is not known is refused by the processor, not guessed",
            "RH-33", "nothing loops: an alarm rings when it is due; how late a handler is, the benchmarks measure");

    static Stream<Arguments> rows() {
        return LeanTable.rows("event-handler-sequences.tsv", MEANINGS, ELSEWHERE);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void does_what_the_row_means(Executable meaning) throws Throwable {
        meaning.execute();
    }

    /** Everything that trainings want to spend. */
    private static BacktestResult run(SeveralByHand strategy, BarSource bars, String from, String to) {
        BacktestResult result = new Backtest(strategy)
                .bars(bars)
                .from(LocalDate.parse(from))
                .to(LocalDate.parse(to))
                .quota(new TrainingQuota(Duration.ofDays(100), Duration.ZERO, Duration.ofDays(1)))
                .run();
        assertThat(result.trainings()).extracting(TrainingRun::outcome).allMatch(Outcome.Succeeded.class::isInstance);
        assertThat(strategy.ran)
                .isEqualTo(result.trainings().stream()
                        .map(run -> new Ran(run.training(), run.due()))
                        .toList());
        return result;
    }

    private static SeveralByHand strategy(ZoneId zone) {
        return new SeveralByHand(Resolution.DAILY, zone);
    }

    private static SeveralByHand training(SeveralByHand strategy, String name, Schedule... due) {
        return strategy.training(name, RunPolicy.standard(), (host, before) -> "model", due);
    }

    /**
     * What is run of trainings with times in minutes from the deployment, in UTC, at the beginning of 2019: their names, and
     * the minutes that the clock shows. The slices come one and two days later.
     */
    private static List<String> ran(String... trainings) {
        Instant start = Instant.parse("2019-01-01T00:00:00Z");
        SeveralByHand strategy = strategy(ZoneOffset.UTC);
        for (String each : trainings) {
            Schedule[] due = Arrays.stream(each.substring(each.indexOf('@') + 1).split(" ", -1))
                    .map(minutes -> at(start.plus(Duration.ofMinutes(Long.parseLong(minutes)))))
                    .toArray(Schedule[]::new);
            training(strategy, each.substring(0, each.indexOf('@')), due);
        }
        run(strategy, DeclaredByHand.weekdays("2019-01-01", "2019-01-02"), "2019-01-01", "2019-01-02");
        return strategy.ran.stream()
                .map(one -> one.name() + "@" + Duration.between(start, one.at()).toMinutes())
                .toList();
    }

    private static Schedule at(Instant instant) {
        var local = instant.atOffset(ZoneOffset.UTC);
        return Schedule.of(DateRule.on(local.toLocalDate()), TimeRule.at(local.toLocalTime()), ZoneOffset.UTC);
    }

    private static void whatIsDueWithASliceSeesItAndWhatIsDueBeforeDoesNot() {
        SeveralByHand strategy = strategy(NEW_YORK);
        Map<String, LocalTime> times = Map.of("before", LocalTime.of(15, 59, 59), "with", LocalTime.of(16, 0));
        times.forEach((name, time) -> strategy.training(
                name,
                RunPolicy.standard(),
                (host, before) -> String.valueOf(host.history().closes(1)[0]),
                Schedule.of(DateRule.on(LocalDate.parse("2013-10-08")), TimeRule.at(time), NEW_YORK)));
        run(strategy, DeclaredByHand.weekdays("2013-10-01", "2013-10-31"), "2013-10-08", "2013-10-08");
        // closes are days of the month
        assertThat(strategy.models).isEqualTo(Map.of("before", "7.0", "with", "8.0"));
    }

    private static void weeklyBeforeTheClose() {
        SeveralByHand strategy = training(
                strategy(ZoneOffset.UTC),
                "weekly",
                Schedule.of(
                        DateRule.startOf(CalendarPeriod.WEEK, 0, NYSE),
                        TimeRule.beforeClose(NYSE, Duration.ofMinutes(3), Hours.REGULAR),
                        ZoneOffset.UTC));
        run(strategy, DeclaredByHand.weekdays("2024-02-09", "2024-04-01"), "2024-02-10", "2024-03-31");
        assertThat(strategy.ran)
                .map(one -> one.at().toString())
                .containsExactly(LeanTable.cell("event-handler-sequences.tsv", "RH-15", 5)
                        .split(",", -1));
    }

    private static void everySixHoursWithTheLastOfTheLastDay() {
        SeveralByHand strategy = training(
                strategy(NEW_YORK),
                "often",
                Schedule.of(DateRule.everyDay(), TimeRule.every(Duration.ofHours(6)), NEW_YORK));
        run(strategy, DeclaredByHand.weekdays("2013-10-01", "2013-10-08"), "2013-10-04", "2013-10-08");
        assertThat(local(strategy).subList(3, 20))
                .startsWith("2013-10-04T18:00", "2013-10-05T00:00", "2013-10-05T06:00")
                .contains("2013-10-08T00:00", "2013-10-08T06:00", "2013-10-08T12:00")
                .endsWith("2013-10-08T18:00");
    }

    /** What is run on all days of LEAN's example of time zones, over bars of which there are none. */
    private static List<String> january(TimeRule time) {
        SeveralByHand strategy =
                training(strategy(NEW_YORK), "often", Schedule.of(DateRule.everyDay(), time, NEW_YORK));
        run(strategy, one("2017-01-01"), "2017-01-01", "2017-02-01");
        return local(strategy);
    }

    private static void twinsRunInTheOrderOfTheirDeclaration() {
        SeveralByHand strategy = strategy(NEW_YORK);
        for (String twin : List.of("first", "second")) {
            training(
                    strategy,
                    twin,
                    Stream.of(
                                    TimeRule.at(LocalTime.of(9, 25)),
                                    TimeRule.beforeClose(NYSE, Duration.ofMinutes(5), Hours.REGULAR),
                                    TimeRule.at(LocalTime.of(16, 5)))
                            .map(time -> Schedule.of(DateRule.tradingDays(NYSE), time, NEW_YORK))
                            .toArray(Schedule[]::new));
        }
        run(strategy, DeclaredByHand.weekdays("2013-10-01", "2013-10-11"), "2013-10-07", "2013-10-11");
        // LEAN loses the last two for want of a slice after them
        assertThat(strategy.ran).hasSize(30).extracting(Ran::at).isSorted();
        for (int i = 0; i < strategy.ran.size(); i += 2) {
            assertThat(strategy.ran.get(i).name()).isEqualTo("first");
            assertThat(strategy.ran.get(i + 1))
                    .isEqualTo(new Ran("second", strategy.ran.get(i).at()));
        }
    }

    private static List<String> local(SeveralByHand strategy) {
        return strategy.ran.stream()
                .map(one -> one.at().atZone(NEW_YORK).toLocalDateTime().toString())
                .toList();
    }

    /** One bar, on this day. */
    private static BarSource one(String day) {
        return new BarSource() {
            @Override
            public String description() {
                return "one bar";
            }

            @Override
            public List<Subscription> available() {
                return List.of(new Subscription("SPY", Resolution.DAILY));
            }

            @Override
            public BarSeries load(Subscription subscription) {
                Bar bar = DeclaredByHand.bar("SPY", LocalDate.parse(day));
                return BarSeries.of("SPY", Resolution.DAILY).add(bar).build();
            }
        };
    }
}
