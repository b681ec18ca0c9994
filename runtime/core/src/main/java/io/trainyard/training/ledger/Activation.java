package io.trainyard.training.ledger;

import java.time.Instant;

/**
 * A version that was put in its field.
 *
 * @param sequence its place in the ledger, which tells the order of two at the same market time
 * @param at market time
 * @param slices how many slices the strategy had been given by then since it was deployed
 * @param key the key in the object store
 * @param version the number of the version
 * @param run the run that made it; 0 for one that was restored from the store
 */
public record Activation(long sequence, Instant at, long slices, String key, long version, long run) {

    static Activation of(LedgerEntry entry, RunEvent.Published published) {
        return new Activation(
                entry.sequence(),
                entry.market(),
                published.slices(),
                published.key(),
                published.version(),
                published.run());
    }

    static Activation of(LedgerEntry entry, RunEvent.Placed placed) {
        return new Activation(
                entry.sequence(), entry.market(), placed.slices(), placed.key(), placed.version(), placed.run());
    }

    /** Whether the other one says the same of another place. */
    boolean isSame(Activation other) {
        return run == other.run && version == other.version && key.equals(other.key);
    }
}
