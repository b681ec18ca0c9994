package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.NEW_YORK;
import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.market.Recording;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.portfolio.Account;
import io.trainyard.portfolio.EquityCurve;
import io.trainyard.portfolio.SimulatedPortfolio;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.Quota;
import io.trainyard.time.ManualClock;
import io.trainyard.training.RunPolicy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A live strategy that runs for years holds as much as one that runs for days. */
@Timeout(60)
final class BoundedMemoryTest {

    private static final int KEPT = 50;

    private static Slice minute(int i) {
        long end = (i + 1) * 60_000L;
        return Slice.of(new Bar("SPY", end - 60_000, end, i, i, i, i, 1));
    }

    @Test
    void a_recording_keeps_the_latest_bars_and_its_history_never_more_nor_less_than_promised() {
        Recording recording = new Recording(List.of("SPY"), KEPT);
        ManualClock clock = new ManualClock(Instant.EPOCH, NEW_YORK);
        History history = recording.history(clock);
        int most = 0;
        for (int i = 0; i < 100_000; i++) {
            recording.add(minute(i));
            clock.moveTo(minute(i).time());
            most = Math.max(most, recording.held());
            if (i % 7 == 0) {
                assertThat(history.closes(1_000)).hasSize(Math.min(i + 1, KEPT)).endsWith(i);
                assertThat(history.bars(10)).hasSize(Math.min(i + 1, 10));
            }
        }
        assertThat(most).isBetween(2 * KEPT, 3 * KEPT);
        assertThat(history.knownUntil()).contains(minute(99_999).time());
    }

    @Test
    void a_look_back_from_the_start_of_a_training_finds_its_bars_while_others_come() {
        Recording recording = new Recording(List.of("SPY"), KEPT);
        ManualClock then = new ManualClock(Instant.EPOCH, NEW_YORK);
        History asOf = recording.history(then);
        for (int i = 0; i < 1_000; i++) {
            recording.add(minute(i));
        }
        then.moveTo(minute(999).time());
        double[] before = asOf.closes(KEPT);
        for (int i = 1_000; i < 1_000 + KEPT / 2; i++) {
            recording.add(minute(i));
            assertThat(asOf.closes(KEPT)).isEqualTo(before);
        }
    }

    @Test
    void the_equity_of_a_live_strategy_is_kept_for_each_day_and_comes_to_the_same_performance() {
        List<String> symbols = List.of("SPY");
        ManualClock clock = new ManualClock(Instant.EPOCH, NEW_YORK);
        SimulatedPortfolio fine = new SimulatedPortfolio(Account.of(1_000), symbols, clock);
        SimulatedPortfolio daily =
                new SimulatedPortfolio(Account.of(1_000), symbols, clock, EquityCurve.daily(NEW_YORK));
        for (int i = 1; i < 30 * 24 * 60; i++) {
            Slice slice = minute(i);
            clock.moveTo(slice.time());
            for (SimulatedPortfolio one : List.of(fine, daily)) {
                one.fillAtOpen(slice);
                one.mark(slice);
                if (i == 100) {
                    one.setHoldings("SPY", 0.9);
                }
            }
        }

        assertThat(fine.curve().size()).isEqualTo(30 * 24 * 60 - 1);
        assertThat(daily.curve().size()).isEqualTo(31);
        assertThat(daily.performance().endEquity()).isEqualTo(fine.performance().endEquity());
        assertThat(daily.performance().sharpeRatio())
                .isEqualTo(fine.performance().sharpeRatio());
        assertThat(daily.performance().annualVolatility())
                .isEqualTo(fine.performance().annualVolatility());
    }

    @Test
    void ten_years_live_with_few_bars_kept_come_to_the_models_of_the_backtest_that_keeps_all()
            throws InterruptedException {
        BarSource bars = weekdays("2004-01-01", "2013-12-31");
        LocalDate first = LocalDate.parse("2004-02-01");
        LocalDate last = LocalDate.parse("2013-12-31");
        MemoryStore backtested = new MemoryStore(Quota.of(Plan.PRIME));
        BacktestResult result = new Backtest(strategy())
                .bars(bars)
                .from(first)
                .to(last)
                .store(backtested)
                .run();

        Tape tape = Tape.of(List.of(bars.load(new Subscription("SPY", Resolution.DAILY))));
        Instant from = first.atStartOfDay(NEW_YORK).toInstant();
        Instant to = last.plusDays(1).atStartOfDay(NEW_YORK).toInstant();
        MemoryStore lived = new MemoryStore(Quota.of(Plan.PRIME));
        try (LiveRun run = new Live(strategy())
                .past(bars)
                .feed(ReplayFeed.of(tape).from(from).to(to))
                .virtualTime(from, to)
                .store(lived)
                .keepBars(KEPT)
                .start()) {
            assertThat(run.await(Duration.ofSeconds(50))).isTrue();
            assertThat(run.status().slices()).isEqualTo(result.slices());
        }

        assertThat(checksums(lived)).isEqualTo(checksums(backtested)).hasSizeGreaterThan(500);
    }

    private static DeclaredByHand strategy() {
        return new DeclaredByHand()
                .due(Schedule.of(DateRule.every(DayOfWeek.SUNDAY), TimeRule.at(LocalTime.of(8, 0)), NEW_YORK))
                .policy(RunPolicy.standard().charged(Duration.ZERO))
                .trains(host -> () -> host.clock().now()
                        + java.util.Arrays.toString(host.history().closes(KEPT)));
    }

    private static List<String> checksums(MemoryStore store) {
        List<String> sums = new ArrayList<>();
        for (ModelVersion version : store.versions(ObjectKey.of("model"))) {
            sums.add(version.number() + " " + version.sha256());
        }
        return sums;
    }
}
