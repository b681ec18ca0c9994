package io.trainyard.host;

import io.trainyard.training.ledger.LedgerEntry;
import io.trainyard.training.ledger.MemoryLedger;
import io.trainyard.training.ledger.Recovered;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A ledger that says that something is durable when the test does. */
final class HeldLedger implements RunLedger {

    private final MemoryLedger ledger = new MemoryLedger(() -> Instant.EPOCH);
    private final BlockingQueue<Held> held = new LinkedBlockingQueue<>();

    /** Events that wait to be durable. */
    record Held(Instant market, List<RunEvent> events, CompletableFuture<Void> written) {}

    /** The next events that somebody has written down. */
    Held next() throws InterruptedException {
        return java.util.Objects.requireNonNull(held.poll(20, TimeUnit.SECONDS));
    }

    void complete(Held one) {
        one.events.forEach(event -> ledger.append(one.market, event));
        one.written.complete(null);
    }

    /** What is durable. */
    List<RunEvent> events() {
        List<RunEvent> events = new ArrayList<>();
        read(entry -> events.add(entry.event()));
        return events;
    }

    @Override
    public CompletableFuture<Void> appendLater(Instant market, List<? extends RunEvent> events) {
        Held one = new Held(market, List.copyOf(events), new CompletableFuture<>());
        held.add(one);
        return one.written;
    }

    @Override
    public LedgerEntry append(Instant market, RunEvent event) {
        return ledger.append(market, event);
    }

    @Override
    public OptionalLong claim(Instant market, String strategy, String training, Instant due) {
        return ledger.claim(market, strategy, training, due);
    }

    @Override
    public Recovered recover() {
        return ledger.recover();
    }

    @Override
    public void read(Consumer<LedgerEntry> reader) {
        ledger.read(reader);
    }

    @Override
    public void close() {
        ledger.close();
    }
}
