package io.trainyard.training.ledger;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The ledger could not do what it was asked; the message says what, why, and what to do. */
public class LedgerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LedgerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** What a disk refused. */
    static LedgerException ofDisk(String what, Path folder, Throwable cause) {
        return new LedgerException(
                "asked: to " + what + " the ledger of runs in " + folder
                        + "\n    why:   the disk refused: " + cause
                        + "\n    fix:   make room or give this process the right to write there; no training starts until then,"
                        + " and models that are in place stay in place"
                        + "\n    more:  the documentation of io.trainyard.training.ledger.DiskLedger",
                cause);
    }
}
