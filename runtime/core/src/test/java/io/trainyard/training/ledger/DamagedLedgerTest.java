package io.trainyard.training.ledger;

import static io.trainyard.training.ledger.Story.STRATEGY;
import static io.trainyard.training.ledger.Story.week;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are cut off or changed, at every byte: the answer is right, or there is none. */
final class DamagedLedgerTest {

    private static final InstantSource WALL = InstantSource.fixed(Instant.parse("2024-03-01T00:00:00Z"));
    /** Two segments: the second begins with a state that is not empty. */
    private static final Retention TWO_SEGMENTS = new Retention(3_200, 9);

    @TempDir
    Path temporary;

    private Path folder;
    private final List<LedgerEntry> written = new ArrayList<>();
    /** What was known after each entry. */
    private final List<Recovered> known = new ArrayList<>();

    private Path first;
    private Path second;

    @BeforeEach
    void writes() throws IOException {
        folder = temporary.resolve("ledger");
        MemoryLedger model = new MemoryLedger(WALL);
        try (DiskLedger ledger = DiskLedger.open(folder, WALL, TWO_SEGMENTS)) {
            new Story(ledger).everything();
            ledger.read(written::add);
        }
        for (LedgerEntry entry : written) {
            known.add(model.recover());
            if (entry.event() instanceof RunEvent.Due due) {
                model.claim(entry.market(), due.strategy(), due.training(), due.due());
            } else {
                model.append(entry.market(), entry.event());
            }
        }
        known.add(model.recover());
        List<String> names = SegmentHead.segments(new LocalDisk().list(folder));
        assertThat(names).hasSize(2);
        first = folder.resolve(names.get(0));
        second = folder.resolve(names.get(1));
    }

    private static Recovered open(Path folder) {
        try (DiskLedger ledger = DiskLedger.open(folder, WALL, TWO_SEGMENTS)) {
            return ledger.recover();
        }
    }

    private void answersRightly(Recovered recovered) {
        Recovered expected = known.get((int) recovered.entries());
        assertThat(recovered.strategies()).isEqualTo(expected.strategies());
        assertThat(recovered.budgets()).isEqualTo(expected.budgets());
    }

    private List<LedgerEntry> entries() {
        List<LedgerEntry> entries = new ArrayList<>();
        DiskLedger.read(folder, entries::add);
        return entries;
    }

    @Test
    void the_newest_file_may_be_cut_off_anywhere() throws IOException {
        byte[] whole = Files.readAllBytes(second);
        long before = SegmentHead.after(second.getFileName().toString());
        int endOfState = new String(whole, UTF_8).indexOf("\n" + (before + 1) + " ") + 1;
        for (int length = 0; length < whole.length; length++) {
            SegmentReader.Segment read = read(Arrays.copyOf(whole, length));
            if (length < endOfState - 1) {
                assertThat(read.damages()).isNotEmpty();
            } else {
                assertThat(read.damages()).isEmpty();
                answersRightly(Objects.requireNonNull(read.state()).recovered(List.of()));
            }
        }
        for (int length = 0; length < whole.length; length += 29) {
            Files.write(second, Arrays.copyOf(whole, length));
            boolean stateLineEnds = length == endOfState - 1;
            if (length < endOfState && !stateLineEnds) {
                assertThatThrownBy(() -> open(folder)).isInstanceOf(DamagedLedgerException.class);
                continue;
            }
            Recovered recovered = open(folder);
            answersRightly(recovered);
            boolean atTheEndOfALine = length == 0 || whole[length - 1] == '\n' || whole[length] == '\n';
            assertThat(recovered.notes()).hasSize(atTheEndOfALine ? 0 : 1);
            assertThat(entries()).isEqualTo(written.subList(0, (int) recovered.entries()));
            // and it is mended for good
            assertThat(open(folder).notes()).isEmpty();
        }
    }

    @Test
    void a_file_that_is_not_the_newest_may_not_be_cut_off() throws IOException {
        byte[] whole = Files.readAllBytes(first);
        for (int length = 0; length < whole.length - 1; length += 31) {
            Files.write(first, Arrays.copyOf(whole, length));

            answersRightly(open(folder));
            assertThatThrownBy(this::entries).isInstanceOf(DamagedLedgerException.class);
        }
    }

    @Test
    void no_flipped_bit_in_the_newest_file_stays_unseen_or_changes_an_answer() throws IOException {
        byte[] whole = Files.readAllBytes(second);
        for (int at = 0; at < whole.length - 1; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << bit);
                assertThat(read(flipped).damages()).isNotEmpty();
            }
        }
    }

    private SegmentReader.Segment read(byte[] bytes) {
        long after = SegmentHead.after(second.getFileName().toString());
        return SegmentReader.read(bytes, after, entry -> assertThat(written).contains(entry), lost -> {});
    }

    @Test
    void a_ledger_with_a_flipped_bit_is_not_opened() throws IOException {
        byte[] whole = Files.readAllBytes(second);
        for (int at = 0; at < whole.length - 1; at += 83) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(second, flipped);
            assertThatThrownBy(() -> open(folder))
                    .isInstanceOf(DamagedLedgerException.class)
                    .hasMessageContaining("is damaged at line ");
        }
    }

    @Test
    void a_flipped_bit_in_the_very_last_line_end_costs_nothing() throws IOException {
        byte[] whole = Files.readAllBytes(second);
        for (int bit = 0; bit < 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[whole.length - 1] ^= (byte) (1 << bit);
            Files.write(second, flipped);

            assertThat(open(folder)).isEqualTo(known.get(written.size()));
            assertThat(Files.readAllBytes(second)).isEqualTo(whole);
        }
    }

    @Test
    void a_flipped_bit_in_an_old_file_is_seen_when_it_is_read() throws IOException {
        byte[] whole = Files.readAllBytes(first);
        for (int at = 0; at < whole.length - 1; at += 31) {
            byte[] flipped = whole.clone();
            flipped[at] ^= 1;
            Files.write(first, flipped);

            answersRightly(open(folder));
            assertThatThrownBy(this::entries).isInstanceOf(DamagedLedgerException.class);
        }
    }

    @Test
    void says_which_entries_are_lost() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(first));
        lines.set(3, lines.get(3).replace("started", "stopped"));
        lines.set(4, lines.get(4).replace("version=1", "version=2"));
        Files.write(first, lines);

        assertThatThrownBy(this::entries)
                .isInstanceOfSatisfying(DamagedLedgerException.class, damage -> {
                    assertThat(damage.firstLost()).isEqualTo(3);
                    assertThat(damage.lastLost()).isEqualTo(4);
                })
                .hasMessageContaining("line 4: entries 3 to 4")
                .hasMessageMatching("(?s)asked: .*\n    why:   .*\n    fix:   .*\n    more:  .*");
    }

    @Test
    void a_line_that_is_gone_or_there_twice_is_seen() throws IOException {
        List<String> lines = Files.readAllLines(first);
        List<String> gone = new ArrayList<>(lines);
        gone.remove(5);
        Files.write(first, gone);
        assertThatThrownBy(this::entries).isInstanceOf(DamagedLedgerException.class);

        List<String> twice = new ArrayList<>(lines);
        twice.add(5, lines.get(5));
        Files.write(first, twice);
        assertThatThrownBy(this::entries).isInstanceOf(DamagedLedgerException.class);
    }

    @Test
    void a_page_that_never_came_to_the_disk_is_a_torn_end() throws IOException {
        byte[] whole = Files.readAllBytes(second);
        byte[] zeros = whole.clone();
        Arrays.fill(zeros, whole.length - 250, whole.length, (byte) 0);
        Files.write(second, zeros);

        Recovered recovered = open(folder);

        answersRightly(recovered);
        assertThat(recovered.notes()).singleElement().asString().contains("cut off after entry");
    }

    @Test
    void a_repair_gives_up_what_is_lost_and_says_so() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(second));
        int last = lines.size() - 1;
        lines.set(last - 2, "nonsense");
        Files.write(second, lines);
        assertThatThrownBy(() -> open(folder)).isInstanceOf(DamagedLedgerException.class);

        assertThat(DiskLedger.repair(folder)).singleElement().asString().contains("entries " + (written.size() - 2));

        Recovered recovered = open(folder);
        assertThat(recovered.notes()).singleElement().asString().contains("given up");
        assertThat(recovered.entries()).isEqualTo(written.size());
        assertThat(entries()).hasSize(written.size() - 1);
        assertThat(Files.exists(folder.resolve(second.getFileName() + ".damaged")))
                .isTrue();
        assertThat(DiskLedger.repair(folder)).isEmpty();
    }

    @Test
    void a_repair_takes_a_damaged_state_from_the_file_before() throws IOException {
        for (int line = 0; line < 3; line++) {
            List<String> lines = new ArrayList<>(Files.readAllLines(second));
            lines.set(line, lines.get(line) + "!");
            Files.write(second, lines);
            assertThatThrownBy(() -> open(folder)).isInstanceOf(DamagedLedgerException.class);

            DiskLedger.repair(folder);

            answersRightly(open(folder));
            assertThat(entries()).isEqualTo(written);
        }
    }

    @Test
    void every_cut_and_every_damaged_byte_can_be_repaired() throws IOException {
        for (Path file : List.of(first, second)) {
            byte[] whole = Files.readAllBytes(file);
            for (int at = 0; at < whole.length; at += 97) {
                byte[] flipped = whole.clone();
                flipped[at] ^= 2;
                Files.write(file, flipped);
                DiskLedger.repair(folder);
                assertThat(open(folder).entries()).isGreaterThanOrEqualTo(written.size() - 2);
                assertThat(written).containsAll(entries());

                Files.write(file, Arrays.copyOf(whole, at));
                DiskLedger.repair(folder);
                open(folder);
                assertThat(written).containsAll(entries());
                Files.write(file, whole);
            }
        }
    }

    @Test
    void the_number_of_a_lost_run_is_not_used_again() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(second));
        int lost = lines.size() - 2;
        assertThat(lines.get(lost)).contains(" due ");
        lines.subList(lost, lines.size()).replaceAll(line -> line + "!");
        Files.write(second, lines);
        DiskLedger.repair(folder);

        long highest = written.stream()
                .map(LedgerEntry::event)
                .filter(RunEvent.OfRun.class::isInstance)
                .mapToLong(event -> ((RunEvent.OfRun) event).run())
                .max()
                .orElseThrow();
        try (DiskLedger ledger = DiskLedger.open(folder, WALL, TWO_SEGMENTS)) {
            assertThat(ledger.claim(week(99), STRATEGY, "fit", week(99)).orElseThrow())
                    .isGreaterThan(highest);
        }
    }
}
