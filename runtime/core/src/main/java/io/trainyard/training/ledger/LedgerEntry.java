package io.trainyard.training.ledger;

import java.time.Instant;

/**
 * One event in its place in the ledger. The sequence number is the order; market time is what an event means; wall time
 * is for people who read along, and may jump.
 *
 * @param sequence counts the entries of a ledger, from 1, without gaps
 * @param market market time of the event
 * @param wall the machine's time when it was written
 * @param event what happened
 */
public record LedgerEntry(long sequence, Instant market, Instant wall, RunEvent event) {}
