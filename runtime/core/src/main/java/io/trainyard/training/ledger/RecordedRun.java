package io.trainyard.training.ledger;

import java.util.List;

/**
 * All that a ledger holds of one run.
 *
 * @param run its number
 * @param due when it was due
 * @param entries its entries, {@code due} included, in order
 */
public record RecordedRun(long run, RunEvent.Due due, List<LedgerEntry> entries) {

    /** Copies the list. */
    public RecordedRun {
        entries = List.copyOf(entries);
    }
}
