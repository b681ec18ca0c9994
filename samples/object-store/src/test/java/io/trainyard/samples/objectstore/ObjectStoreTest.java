package io.trainyard.samples.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Plan;
import io.trainyard.host.BacktestResult;
import io.trainyard.host.StrategyFailedException;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.LeanData;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.market.data.SampleBars;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.ObjectStore;
import io.trainyard.store.Quota;
import io.trainyard.store.QuotaExceededException;
import io.trainyard.store.StoreArchive;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.time.MarketClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ObjectStoreTest {

    private static final ObjectKey JOURNAL = ObjectKey.of(SignalWriter.JOURNAL);

    private final MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));

    @Test
    void keeps_a_version_for_each_signal_at_the_time_of_its_bar() {
        write();

        List<Signal> signals = journal().signals();
        assertThat(signals).hasSizeGreaterThan(10);
        assertThat(store.versions(JOURNAL)).hasSameSizeAs(signals);
        for (int i = 0; i < signals.size(); i++) {
            assertThat(store.versions(JOURNAL).get(i).savedAt())
                    .isEqualTo(signals.get(i).at());
            assertThat(signals.get(i).up())
                    .isEqualTo(i % 2 == 0 == signals.get(0).up());
        }
    }

    @Test
    void a_second_run_over_the_same_days_writes_nothing_twice() {
        write();
        Journal once = journal();
        write();

        assertThat(journal()).isEqualTo(once);
        assertThat(store.versions(JOURNAL)).hasSameSizeAs(once.signals());
    }

    @Test
    void goes_on_with_its_journal_when_its_process_dies() {
        write();
        StrategyDriver driver = StrategyDriver.of(SignalWriter.class).build();
        driver.market(new SampleBars()).advanceTo("2013-06-14T12:00").crash().restart();
        driver.advanceTo("2013-12-31T17:00");

        assertThat(ObjectStore.newest(driver.store(), clock()).readJson(SignalWriter.JOURNAL, Journal.class))
                .isEqualTo(journal());
    }

    @Test
    void a_reader_sees_the_journal_as_it_was_on_the_day_of_its_deployment() {
        write();
        for (String day : List.of("2013-07-01", "2013-09-03", "2013-11-01")) {
            Instant deployed = LocalDate.parse(day)
                    .atStartOfDay(ZoneId.of("America/New_York"))
                    .toInstant();
            Journal then = new Journal(journal().signals().stream()
                    .filter(signal -> signal.at().isBefore(deployed))
                    .toList());
            StrategyDriver driver = StrategyDriver.of(SignalReader.class)
                    .store(store)
                    .startingAt(day + "T00:00")
                    .build()
                    .deploy();

            assertThat(driver.strategy(SignalReader.class).size).isEqualTo(Size.of(then));
            assertThat(then.signals()).hasSizeLessThan(journal().signals().size());
        }
    }

    @Test
    void an_archive_takes_the_journal_to_another_store_with_the_times_at_which_it_can_be_seen() throws Exception {
        write();
        MemoryStore other = new MemoryStore(Quota.of(Plan.FREE));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StoreArchive.export(store, "signals/", bytes);
        StoreArchive.importInto(other, new ByteArrayInputStream(bytes.toByteArray()));

        assertThat(other.versions(JOURNAL)).isEqualTo(store.versions(JOURNAL));
    }

    @Test
    void a_reader_without_a_journal_says_so_and_trades_nothing() {
        BacktestResult result = Trainyard.backtest(SignalReader.class)
                .bars(new SampleBars())
                .store(store)
                .run();

        assertThat(result.trainings().get(0).outcome().problem().orElseThrow()).contains(SignalWriter.JOURNAL);
        assertThat(result.orders()).isEmpty();
    }

    @Test
    void where_the_quota_has_no_room_the_save_throws_and_the_run_ends() {
        MemoryStore small = new MemoryStore(new Quota(200, 10));

        assertThatThrownBy(() -> Trainyard.backtest(SignalWriter.class)
                        .bars(new SampleBars())
                        .store(small)
                        .run())
                .isInstanceOf(StrategyFailedException.class)
                .hasCauseInstanceOf(QuotaExceededException.class);
        assertThat(small.versions(JOURNAL)).as("what was there stays").isNotEmpty();
    }

    @Test
    void a_journal_has_a_bound_of_its_own() {
        Journal journal = Journal.EMPTY;
        for (int i = 0; i < 600; i++) {
            journal = journal.with(Instant.ofEpochSecond(i), i % 2 == 0, 100 + i);
        }

        assertThat(journal.signals()).hasSize(500);
        assertThat(journal.signals().get(499).close()).isEqualTo(699);
        assertThat(journal.gains()).hasSize(250).allMatch(gain -> gain > 0);
    }

    @Test
    void writes_and_reads_over_years_of_spy() {
        LeanFolder bars = LeanFolder.at(LeanData.folder());
        Trainyard.backtest(SignalWriter.class)
                .bars(bars)
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2005-01-03"))
                .to(LocalDate.parse("2007-12-31"))
                .store(store)
                .run();
        BacktestResult result = Trainyard.backtest(SignalReader.class)
                .bars(bars)
                .substitute("AAPL", "SPY")
                .from(LocalDate.parse("2008-01-02"))
                .to(LocalDate.parse("2009-12-31"))
                .store(store)
                .run();

        assertThat(result.trainings())
                .hasSize(1)
                .allMatch(run -> run.outcome().problem().isEmpty());
        assertThat(result.orders()).isNotEmpty();
    }

    private void write() {
        Trainyard.backtest(SignalWriter.class)
                .bars(new SampleBars())
                .store(store)
                .run();
    }

    private Journal journal() {
        return ObjectStore.newest(store, clock()).readJson(SignalWriter.JOURNAL, Journal.class);
    }

    private static MarketClock clock() {
        return MarketClock.system(ZoneId.of("America/New_York"));
    }
}
