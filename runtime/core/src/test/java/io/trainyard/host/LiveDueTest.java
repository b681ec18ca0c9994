package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static io.trainyard.host.DeclaredByHand.at;
import static io.trainyard.host.DeclaredByHand.bar;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.market.History;
import io.trainyard.market.Recording;
import io.trainyard.market.Slice;
import io.trainyard.portfolio.Account;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.Quota;
import io.trainyard.strategy.HostParts;
import io.trainyard.strategy.WiredStrategy;
import io.trainyard.time.Alarms;
import io.trainyard.time.ManualClock;
import io.trainyard.time.MarketClock;
import io.trainyard.training.Lane;
import io.trainyard.training.ModelKeeper;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunHistory;
import io.trainyard.training.Timing;
import io.trainyard.training.Trainer;
import io.trainyard.training.TrainerParts;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingClock;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is due on a live strategy's clock, with a clock and alarms in the test's hand. */
final class LiveDueTest {

    private static final LocalDate MONDAY = LocalDate.parse("2013-10-07");
    private static final Instant CLOSE = at(MONDAY, LocalTime.of(16, 0));
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final DeclaredByHand strategy = new DeclaredByHand();
    private final List<Instant> missing = new ArrayList<>();
    private final List<String> order = new ArrayList<>();
    private final RunHistory history = new RunHistory();
    private Instant wall = at(MONDAY, LocalTime.of(9, 0));
    private @Nullable Instant alarmAt;
    private @Nullable Recording recording;
    private @Nullable LiveDue due;

    private static Schedule daily(int hour, int minute) {
        return Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(hour, minute)), NEW_YORK);
    }

    private void start(Duration grace) {
        MarketClock machine = new MarketClock() {
            @Override
            public Instant now() {
                return wall;
            }

            @Override
            public ZoneId zone() {
                return NEW_YORK;
            }
        };
        ManualClock clock = new ManualClock(wall, NEW_YORK);
        MarketClock shown = new TrainingClock(clock);
        Recording bars = new Recording(List.of("SPY"), 1_000);
        recording = bars;
        History known = bars.history(shown);
        SimulatedPortfolio portfolio = new SimulatedPortfolio(Account.of(100_000), List.of("SPY"), clock);
        MemoryStore store = new MemoryStore(Quota.of(Plan.PRIME));
        WiredStrategy wired = strategy.wire(new Parts(shown, known, portfolio, ObjectStore.asOf(store, shown)));
        TrainingQuota plenty = new TrainingQuota(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));
        TrainerParts parts = new TrainerParts(
                "by-hand",
                clock,
                Timing.beside(machine),
                () -> Duration.ZERO,
                Alarms.silent(),
                TrainerParts.STANDARD_PATIENCE,
                Lane.inline(),
                () -> {},
                new TrainingBudget(plenty, wall),
                new ModelKeeper(store, clock, known),
                history,
                new HostListener() {});
        StrategyHost host = new StrategyHost(clock, wired, portfolio, new Trainer(parts, wired.jobs()), CallWatch.NONE);
        host.deploy(new ModelKeeper(store, clock, known), true);
        Alarms alarms = new Alarms() {
            @Override
            public Alarm at(Instant at, Runnable wake) {
                alarmAt = at;
                return () -> {};
            }

            @Override
            public Alarm after(Duration delay, Runnable wake) {
                return () -> {};
            }
        };
        due = new LiveDue(
                new Pace.RealTime(machine),
                clock,
                host,
                new BarGrace(new BarEnds(strategy.definition().subscriptions(), DeclaredByHand.class), grace),
                alarms,
                () -> {},
                missing::add);
        due().arm();
    }

    private LiveDue due() {
        return java.util.Objects.requireNonNull(due);
    }

    private void tickAt(Instant time) {
        wall = time;
        due().ticked();
        due().run();
        due().arm();
    }

    private void comesAt(Instant time, LocalDate date) {
        wall = time;
        Slice slice = Slice.of(bar("SPY", date));
        java.util.Objects.requireNonNull(recording).add(slice);
        due().take(slice);
        due().arm();
    }

    /** A training that is due at the close, and says which close it saw last. */
    private void trainsAtTheClose() {
        strategy.due(daily(16, 0))
                .trains(host -> () -> {
                    order.add("training");
                    double[] closes = host.history().closes(1);
                    return closes.length == 0 ? "nothing" : "close " + closes[0];
                })
                .always()
                .handles(slice -> order.add("handler"));
    }

    @Test
    void a_training_at_the_close_waits_for_its_bar_and_sees_what_it_saw_in_the_backtest() {
        trainsAtTheClose();
        start(GRACE);
        assertThat(alarmAt).isEqualTo(CLOSE);

        tickAt(CLOSE.plusMillis(3));
        assertThat(history.runs()).isEmpty();
        assertThat(alarmAt).isEqualTo(CLOSE.plus(GRACE));
        comesAt(CLOSE.plusMillis(1_700), MONDAY);

        assertThat(strategy.model).isEqualTo("close 7.0");
        assertThat(order).containsExactly("training", "handler");
        assertThat(missing).isEmpty();
        assertThat(alarmAt).isEqualTo(at(MONDAY.plusDays(1), LocalTime.of(16, 0)));

        DeclaredByHand again = new DeclaredByHand()
                .due(daily(16, 0))
                .trains(host -> () -> "close " + host.history().closes(1)[0]);
        new Backtest(again)
                .bars(DeclaredByHand.weekdays("2013-10-01", "2013-10-31"))
                .from(MONDAY)
                .to(MONDAY)
                .run();
        assertThat(again.model).isEqualTo(strategy.model);
    }

    @Test
    void a_training_whose_bar_does_not_come_runs_without_it_and_says_so_once() {
        trainsAtTheClose();
        start(GRACE);

        tickAt(CLOSE);
        tickAt(CLOSE.plus(GRACE).minusNanos(1));
        assertThat(history.runs()).isEmpty();
        tickAt(CLOSE.plus(GRACE));

        assertThat(strategy.model).isEqualTo("nothing");
        assertThat(missing).containsExactly(CLOSE);
        comesAt(CLOSE.plusSeconds(6), MONDAY);
        assertThat(history.runs()).hasSize(1);
        assertThat(missing).containsExactly(CLOSE);
    }

    @Test
    void a_training_waits_only_where_a_bar_may_end() {
        strategy.due(daily(12, 0), daily(15, 59));
        start(GRACE);

        tickAt(at(MONDAY, LocalTime.of(12, 0)));
        assertThat(history.runs()).hasSize(1);
        tickAt(at(MONDAY, LocalTime.of(15, 59)));
        assertThat(history.runs()).hasSize(2);
    }

    @Test
    void no_training_waits_on_a_day_without_a_session_or_if_told_not_to() {
        LocalDate sunday = MONDAY.minusDays(1);
        wall = at(sunday, LocalTime.of(9, 0));
        trainsAtTheClose();
        start(GRACE);
        tickAt(at(sunday, LocalTime.of(16, 0)));
        assertThat(history.runs()).hasSize(1);

        wall = at(MONDAY, LocalTime.of(9, 0));
        start(Duration.ZERO);
        tickAt(CLOSE);
        assertThat(history.runs()).hasSize(2);
        assertThat(missing).isEmpty();
    }

    @Test
    void what_is_due_at_deployment_does_not_wait_also_when_a_bar_ends_then() {
        wall = CLOSE;
        strategy.due(Schedule.atDeployment());
        start(GRACE);

        tickAt(CLOSE);

        assertThat(history.runs()).hasSize(1);
        assertThat(missing).isEmpty();
    }

    @Test
    void what_waits_for_its_bar_goes_before_what_is_due_later() {
        strategy.due(
                        daily(16, 0),
                        Schedule.of(DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(16, 0, 1)), NEW_YORK))
                .trains(host -> () -> String.valueOf(host.history().closes(1).length));
        start(GRACE);

        tickAt(CLOSE.plusSeconds(2));
        assertThat(history.runs()).isEmpty();
        comesAt(CLOSE.plusSeconds(3), MONDAY);

        assertThat(history.runs()).extracting(TrainingRun::due).containsExactly(CLOSE, CLOSE.plusSeconds(1));
        assertThat(strategy.model).isEqualTo("1");
    }

    @Test
    void a_process_that_was_busy_for_days_makes_up_for_what_it_missed_as_declared() {
        Instant wednesday = at(MONDAY.plusDays(2), LocalTime.of(13, 0));
        strategy.due(daily(12, 0)).missed(Misfires.once(Duration.ofDays(7)));
        start(GRACE);
        tickAt(wednesday);
        assertThat(history.runs())
                .extracting(run -> run.outcome().kind())
                .containsExactly(Outcome.Kind.SKIPPED, Outcome.Kind.SKIPPED, Outcome.Kind.SUCCEEDED);
        assertThat(history.runs().get(0).outcome().problem())
                .hasValueSatisfying(why -> assertThat(why).contains("missed"));
        assertThat(history.runs().get(2).lateness()).contains(Duration.ofHours(1));
    }

    @Test
    void a_process_that_was_busy_makes_up_for_all_or_for_nothing_if_that_is_declared() {
        Instant wednesday = at(MONDAY.plusDays(2), LocalTime.of(13, 0));
        strategy.due(daily(12, 0)).missed(Misfires.all(Duration.ofDays(7)));
        start(GRACE);
        tickAt(wednesday);
        assertThat(history.runs())
                .extracting(run -> run.outcome().kind())
                .containsOnly(Outcome.Kind.SUCCEEDED)
                .hasSize(3);

        wall = at(MONDAY, LocalTime.of(9, 0));
        strategy.missed(Misfires.skip());
        start(GRACE);
        tickAt(wednesday);
        assertThat(history.last(3)).extracting(run -> run.outcome().kind()).containsOnly(Outcome.Kind.SKIPPED);
    }

    @Test
    void a_process_that_is_late_by_less_than_a_minute_has_missed_nothing() {
        strategy.due(daily(12, 0)).missed(Misfires.skip());
        start(GRACE);

        tickAt(at(MONDAY, LocalTime.of(12, 0)).plusSeconds(60));

        assertThat(history.runs()).extracting(run -> run.outcome().kind()).containsExactly(Outcome.Kind.SUCCEEDED);
    }

    @Test
    void a_slice_after_a_busy_time_makes_up_for_what_was_missed_before_it_is_handled() {
        strategy.due(daily(12, 0))
                .missed(Misfires.once(Duration.ofDays(7)))
                .handles(slice -> order.add(java.util.Objects.requireNonNull(strategy.model)));
        start(GRACE);

        comesAt(at(MONDAY.plusDays(2), LocalTime.of(16, 1)), MONDAY.plusDays(2));

        assertThat(history.runs()).hasSize(3);
        assertThat(order).hasSize(1);
    }

    private record Parts(MarketClock clock, History history, Portfolio portfolio, ObjectStore store)
            implements HostParts {}
}
