package io.trainyard.training.ledger;

/** A file of the ledger is not what was written, beyond what a crash leaves; the message says what is lost. */
public final class DamagedLedgerException extends LedgerException {

    private static final long serialVersionUID = 1L;

    private final long firstLost;
    private final long lastLost;

    DamagedLedgerException(String message, long firstLost, long lastLost) {
        super(message, null);
        this.firstLost = firstLost;
        this.lastLost = lastLost;
    }

    /** The sequence number of the first entry that is lost; 0 if it is not an entry that is damaged. */
    public long firstLost() {
        return firstLost;
    }

    /** The sequence number of the last entry that is lost there; 0 if it is not an entry that is damaged. */
    public long lastLost() {
        return lastLost;
    }
}
