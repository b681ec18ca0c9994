package io.trainyard.training.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A ledger that ends with its process: for backtests and tests. Keeps every entry. */
public final class MemoryLedger implements RunLedger {

    private final InstantSource wall;
    private final LedgerState state = new LedgerState();
    private final List<LedgerEntry> entries = new ArrayList<>();
    private boolean closed;

    /** An empty ledger whose entries have the wall time that {@code wall} shows: in a backtest, that of the market. */
    public MemoryLedger(InstantSource wall) {
        this.wall = wall;
    }

    @Override
    public synchronized LedgerEntry append(Instant market, RunEvent event) {
        checkOpen();
        state.check(event);
        return add(market, event);
    }

    @Override
    public synchronized OptionalLong claim(Instant market, String strategy, String training, Instant due) {
        checkOpen();
        if (state.isClaimed(strategy, training, due, market)) {
            return OptionalLong.empty();
        }
        long run = state.lastRun() + 1;
        add(market, new RunEvent.Due(strategy, run, training, due));
        return OptionalLong.of(run);
    }

    private LedgerEntry add(Instant market, RunEvent event) {
        LedgerEntry entry = new LedgerEntry(state.sequence() + 1, market, wall.instant(), event);
        entries.add(entry);
        state.apply(entry);
        return entry;
    }

    @Override
    public synchronized Recovered recover() {
        return state.recovered(List.of());
    }

    @Override
    public void read(Consumer<LedgerEntry> reader) {
        List<LedgerEntry> kept;
        synchronized (this) {
            kept = List.copyOf(entries);
        }
        kept.forEach(reader);
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("the ledger is closed");
        }
    }
}
