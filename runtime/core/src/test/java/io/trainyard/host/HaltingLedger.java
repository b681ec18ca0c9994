package io.trainyard.host;

import io.trainyard.training.ledger.LedgerEntry;
import io.trainyard.training.ledger.Recovered;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A ledger whose process dies right before, or right after, the entry of a kind is written for the so-manyeth time. */
final class HaltingLedger implements RunLedger {

    private final RunLedger ledger;
    private final String point;
    private int left;

    /** {@code point} is {@code before-} or {@code after-} and the name of the event, such as {@code after-Started}. */
    HaltingLedger(RunLedger ledger, String point, int count) {
        this.ledger = ledger;
        this.point = point;
        this.left = count;
    }

    private synchronized void at(String when, RunEvent event) {
        String name = event instanceof RunEvent.Committed committed && committed.candidate()
                ? "Candidate"
                : event.getClass().getSimpleName();
        if (point.equals(when + "-" + name) && --left == 0) {
            Runtime.getRuntime().halt(1);
        }
    }

    @Override
    public LedgerEntry append(Instant market, RunEvent event) {
        at("before", event);
        LedgerEntry entry = ledger.append(market, event);
        at("after", event);
        return entry;
    }

    @Override
    public CompletableFuture<Void> appendLater(Instant market, List<? extends RunEvent> events) {
        events.forEach(event -> at("before", event));
        ledger.appendLater(market, events).join();
        events.forEach(event -> at("after", event));
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public OptionalLong claim(Instant market, String strategy, String training, Instant due) {
        OptionalLong run = ledger.claim(market, strategy, training, due);
        run.ifPresent(number -> at("after", new RunEvent.Due(strategy, number, training, due)));
        return run;
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
