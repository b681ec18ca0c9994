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
public record Activation(long sequence, Instant at, long slices, String key, long version, long run) {}
