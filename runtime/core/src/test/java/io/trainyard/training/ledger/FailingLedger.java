package io.trainyard.training.ledger;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;

/** Ledgers on a disk of which single steps fail, for tests of other rooms. */
public final class FailingLedger {

    private final FailingDisk disk;

    /** On a disk that does this part of what fails, 0 to 1. */
    public FailingLedger(double part) {
        disk = new FailingDisk(part);
    }

    /** Opens a ledger on the disk. */
    public RunLedger open(Path folder) {
        return DiskLedger.open(folder, InstantSource.fixed(Instant.EPOCH), new Retention(5_000, 1_000), disk);
    }

    /** The next {@code count} steps from {@code step} on fail, counted from now, from 0. */
    public void fail(int step, int count) {
        disk.fail(step, count);
    }

    /** Nothing fails any more. */
    public void recover() {
        disk.recover();
    }

    /** How many steps were taken. */
    public int steps() {
        return disk.steps();
    }
}
