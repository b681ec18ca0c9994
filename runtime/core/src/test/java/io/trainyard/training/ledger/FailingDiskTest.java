package io.trainyard.training.ledger;

import static io.trainyard.training.ledger.Story.STRATEGY;
import static io.trainyard.training.ledger.Story.week;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each step that a ledger takes on the disk fails, once or for a while: what it said is true, and it goes on. */
final class FailingDiskTest {

    private static final InstantSource WALL = InstantSource.fixed(Instant.parse("2024-03-01T00:00:00Z"));
    private static final Retention SMALL = new Retention(150, 2);
    private static final int EVENTS = 8;

    @TempDir
    Path temporary;

    /** Appends numbered events, each of them again until it is written; what was refused meanwhile is not in the ledger. */
    private static void write(DiskLedger ledger, FailingDisk disk) {
        for (int i = 0; i < EVENTS; i++) {
            RunEvent event = new RunEvent.Deployed(STRATEGY, "event " + i);
            for (int tries = 0; ; tries++) {
                try {
                    ledger.append(week(i), event);
                    break;
                } catch (LedgerException e) {
                    assertThat(e)
                            .hasMessageContaining("No space left on device")
                            .hasMessageContaining("fix:   make room");
                    if (tries == 20) {
                        disk.recover();
                    }
                    assertThat(tries).isLessThan(22);
                }
            }
        }
    }

    private static void isWhole(Path folder) {
        List<String> found = new ArrayList<>();
        try (DiskLedger ledger = DiskLedger.open(folder, WALL, SMALL)) {
            assertThat(ledger.recover().entries()).isEqualTo(EVENTS);
            assertThat(ledger.recover().strategy(STRATEGY).orElseThrow().fingerprint())
                    .isEqualTo("event 7");
            ledger.read(entry -> found.add(((RunEvent.Deployed) entry.event()).fingerprint()));
        }
        List<String> all = new ArrayList<>();
        for (int i = EVENTS - found.size(); i < EVENTS; i++) {
            all.add("event " + i);
        }
        assertThat(found).isNotEmpty().isEqualTo(all);
    }

    private int steps() {
        FailingDisk disk = new FailingDisk(0);
        try (DiskLedger ledger = DiskLedger.open(temporary.resolve("counted"), WALL, SMALL, disk)) {
            int before = disk.steps();
            write(ledger, disk);
            return disk.steps() - before;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void each_step_may_fail_once_or_for_a_while(double part) {
        int steps = steps();
        assertThat(steps).isGreaterThan(2 * EVENTS);
        for (int step = 0; step < steps; step++) {
            for (int count : new int[] {1, 1000}) {
                Path folder = temporary.resolve(part + "-" + step + "-" + count);
                FailingDisk disk = new FailingDisk(part);
                try (DiskLedger ledger = DiskLedger.open(folder, WALL, SMALL, disk)) {
                    disk.fail(step, count);
                    write(ledger, disk);
                }
                isWhole(folder);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void each_step_of_opening_may_fail(double part) {
        for (int step = 0; step < 12; step++) {
            Path folder = temporary.resolve("open-" + part + "-" + step);
            FailingDisk disk = new FailingDisk(part);
            disk.fail(step, 1);
            try {
                DiskLedger.open(folder, WALL, SMALL, disk).close();
            } catch (LedgerException e) {
                assertThat(e).hasMessageContaining("the disk refused");
            }
            try (DiskLedger ledger = DiskLedger.open(folder, WALL, SMALL)) {
                write(ledger, disk);
            }
            isWhole(folder);
        }
    }

    @Test
    void what_was_refused_is_not_known_and_can_be_asked_again() throws IOException {
        FailingDisk disk = new FailingDisk(1);
        try (DiskLedger ledger = DiskLedger.open(temporary, WALL, SMALL, disk)) {
            disk.fail(0, 1);
            assertThatThrownBy(() -> ledger.claim(week(0), STRATEGY, "fit", week(0)))
                    .isInstanceOf(LedgerException.class);

            assertThat(ledger.recover().strategies()).isEmpty();
            assertThat(ledger.claim(week(0), STRATEGY, "fit", week(0))).hasValue(1);
        }
    }
}
