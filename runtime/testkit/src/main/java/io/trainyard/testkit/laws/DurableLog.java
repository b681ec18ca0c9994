package io.trainyard.testkit.laws;

import io.trainyard.store.Commit;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.store.StoreBackend;
import io.trainyard.training.ledger.LedgerEntry;
import io.trainyard.training.ledger.MemoryLedger;
import io.trainyard.training.ledger.Recovered;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A store and a ledger that remember, step by step and in one order, what became durable: so that both can be had as a process
 * would find them that follows one which died after any of the steps.
 */
final class DurableLog {

    private final Quota quota;
    private final List<Step> steps = new ArrayList<>();
    private final StoreBackend store;
    private final RunLedger ledger;

    DurableLog(Quota quota) {
        this.quota = quota;
        this.store = new LoggedStore(
                new MemoryStore(quota),
                commit -> add(new Step.Committed(commit)),
                deletion -> add(new Step.Deleted(deletion)));
        this.ledger = new LoggedLedger();
    }

    StoreBackend store() {
        return store;
    }

    RunLedger ledger() {
        return ledger;
    }

    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }

    private synchronized void add(Step step) {
        steps.add(step);
    }

    /** What was durable after so many steps, going on from there. */
    DurableLog after(int count) {
        DurableLog log = new DurableLog(quota);
        steps().subList(0, count).forEach(step -> step.repeat(log));
        return log;
    }

    /** One thing that became durable. */
    sealed interface Step {

        void repeat(DurableLog log);

        /** An entry of the ledger. */
        record Appended(Instant market, RunEvent event) implements Step {
            @Override
            public void repeat(DurableLog log) {
                log.ledger().append(market, event);
            }
        }

        /** An occasion that was taken. */
        record Claimed(Instant market, String strategy, String training, Instant due, long run) implements Step {
            @Override
            public void repeat(DurableLog log) {
                log.ledger().claim(market, strategy, training, due);
            }
        }

        /** A version in the store. */
        record Committed(Commit commit) implements Step {
            @Override
            public void repeat(DurableLog log) {
                log.store().commit(commit);
            }
        }

        /** Versions that went. */
        record Deleted(LoggedStore.Deletion deletion) implements Step {
            @Override
            public void repeat(DurableLog log) {
                log.store().delete(deletion.key(), deletion.numbers());
            }
        }
    }

    private final class LoggedLedger implements RunLedger {
        private final MemoryLedger ledger = new MemoryLedger(() -> Instant.EPOCH);

        @Override
        public LedgerEntry append(Instant market, RunEvent event) {
            LedgerEntry entry = ledger.append(market, event);
            add(new Step.Appended(market, event));
            return entry;
        }

        @Override
        public OptionalLong claim(Instant market, String strategy, String training, Instant due) {
            OptionalLong run = ledger.claim(market, strategy, training, due);
            run.ifPresent(number -> add(new Step.Claimed(market, strategy, training, due, number)));
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
}
