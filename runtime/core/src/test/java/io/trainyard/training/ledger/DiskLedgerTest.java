package io.trainyard.training.ledger;

import static io.trainyard.training.ledger.Story.KEY;
import static io.trainyard.training.ledger.Story.START;
import static io.trainyard.training.ledger.Story.STRATEGY;
import static io.trainyard.training.ledger.Story.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DiskLedgerTest extends RunLedgerContract {

    private static final InstantSource WALL = InstantSource.fixed(Instant.parse("2024-03-01T00:00:00.123Z"));
    private static final Retention SMALL = new Retention(900, 4);

    @TempDir
    Path folder;

    @Override
    RunLedger begin() {
        return DiskLedger.open(folder.resolve("ledger"), WALL);
    }

    @Override
    RunLedger restart(RunLedger before) {
        before.close();
        return begin();
    }

    private Path another() {
        return folder.resolve("another");
    }

    private static List<LedgerEntry> entries(Path folder) {
        List<LedgerEntry> entries = new ArrayList<>();
        DiskLedger.read(folder, entries::add);
        return entries;
    }

    private static List<Path> segments(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".runs"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void tells_after_a_restart_what_it_told_before() {
        story.everything();
        Recovered before = ledger.recover();

        ledger = restart(ledger);

        assertThat(ledger.recover()).isEqualTo(before);
    }

    // the checksums were reckoned by another program
    @Test
    void a_person_can_read_it() throws IOException {
        story.deployed();
        story.due(0);

        assertThat(Files.readAllLines(segments(folder.resolve("ledger")).get(0)))
                .containsExactly(
                        "trainyard-ledger 1 after=0 lastrun=0 state=0 #804bee0d",
                        "1 2024-01-07T13:00:00Z 2024-03-01T00:00:00.123Z deployed strategy=SundayTrend"
                                + " fingerprint=code%201 #43dda920",
                        "2 2024-01-07T13:00:00Z 2024-03-01T00:00:00.123Z due strategy=SundayTrend run=1 training=fit"
                                + " due=2024-01-07T13:00:00Z #a0ed8a8f");
    }

    @Test
    void knows_the_same_over_segments_and_drops_the_oldest() throws IOException {
        MemoryLedger model = new MemoryLedger(WALL);
        Story expected = new Story(model);
        DiskLedger small = DiskLedger.open(another(), WALL, SMALL);
        Story actual = new Story(small);
        for (int i = 0; i < 30; i++) {
            expected.trained(i);
            actual.trained(i);
            assertThat(small.recover()).isEqualTo(model.recover());
            if (i % 7 == 0) {
                small.close();
                small = DiskLedger.open(another(), WALL, SMALL);
                actual.goesOnIn(small);
                assertThat(small.recover()).isEqualTo(model.recover());
            }
        }
        small.close();

        assertThat(segments(another())).hasSize(4);
        List<LedgerEntry> kept = entries(another());
        List<LedgerEntry> all = new ArrayList<>();
        model.read(all::add);
        assertThat(kept).isNotEmpty().isEqualTo(all.subList(all.size() - kept.size(), all.size()));
    }

    @Test
    void is_open_once() throws IOException {
        assertThatThrownBy(this::begin)
                .isInstanceOf(LedgerException.class)
                .hasMessageContaining("this process has it open")
                .hasMessageMatching("(?s)asked: .*\n    why:   .*\n    fix:   .*\n    more:  .*");
        // the refusal has not taken the lock from the one that holds it
        story.deployed();
        ledger.close();
        ledger = begin();
        story = new Story(ledger);
        story.deployed();
    }

    @Test
    void many_threads_append_and_each_entry_is_there_once() throws Exception {
        int threads = 8;
        int each = 40;
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            String strategy = "S" + t;
            new Thread(() -> {
                        for (int i = 0; i < each; i++) {
                            ledger.append(START, new RunEvent.Deployed(strategy, String.valueOf(i)));
                            if (i % 10 == 0) {
                                Thread.currentThread().interrupt();
                            }
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();

        ledger = restart(ledger);

        List<LedgerEntry> found = entries(folder.resolve("ledger"));
        assertThat(found).hasSize(threads * each);
        for (int t = 0; t < threads; t++) {
            String strategy = "S" + t;
            assertThat(found.stream()
                            .map(LedgerEntry::event)
                            .filter(event -> event.strategy().equals(strategy))
                            .map(event -> ((RunEvent.Deployed) event).fingerprint()))
                    .containsExactlyElementsOf(java.util.stream.IntStream.range(0, each)
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }

    @Test
    void one_occasion_is_given_to_one_of_many_threads() throws Exception {
        java.util.concurrent.atomic.AtomicInteger given = new java.util.concurrent.atomic.AtomicInteger();
        int threads = 8;
        CountDownLatch done = new CountDownLatch(threads);
        for (int t = 0; t < threads; t++) {
            new Thread(() -> {
                        // as many as the ledger remembers, however late a thread comes
                        for (int i = 0; i < 8; i++) {
                            ledger.claim(week(i), STRATEGY, "fit", week(i)).ifPresent(run -> given.incrementAndGet());
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();

        assertThat(given).hasValue(8);
    }

    @Test
    void a_reader_needs_no_lock() {
        story.everything();

        assertThat(DiskLedger.activations(folder.resolve("ledger"), STRATEGY)).isEqualTo(ledger.activations(STRATEGY));
        assertThat(entries(folder.resolve("ledger")))
                .hasSize((int) ledger.recover().entries());
    }

    @Test
    void a_ledger_of_a_later_version_is_refused_in_words() throws IOException {
        ledger.close();
        Files.write(
                segments(folder.resolve("ledger")).get(0),
                CheckedLine.seal("trainyard-ledger 2 after=0 lastrun=0 state=0"));

        assertThatThrownBy(this::begin).isInstanceOf(LedgerException.class).hasMessageContaining("does not understand");
        Files.delete(segments(folder.resolve("ledger")).get(0));
        ledger = begin();
    }

    @Test
    void reasons_of_any_length_fit() {
        ledger.append(START, new RunEvent.Paused(STRATEGY, "fit", "x".repeat(100_000)));

        ledger = restart(ledger);

        assertThat(ledger.recover()
                        .strategy(STRATEGY)
                        .orElseThrow()
                        .training("fit")
                        .orElseThrow()
                        .paused())
                .startsWith("xxx")
                .endsWith(" ...")
                .hasSizeLessThan(5_000);
    }

    @Test
    void a_key_may_have_any_name() {
        String odd = "a,b:c%0a d=e";
        long run = story.due(0);
        ledger.append(START, new RunEvent.Started(STRATEGY, run, 1, Duration.ofMinutes(1), null));
        ledger.append(START, new RunEvent.Committed(STRATEGY, run, odd, 3));
        ledger.append(START, new RunEvent.Committed(STRATEGY, run, KEY, 4));
        LedgerState state = LedgerState.of(ledger.recover(), 1);

        assertThat(StateText.read(state.sequence(), StateText.write(ledger.recover())))
                .isEqualTo(ledger.recover());
    }
}
