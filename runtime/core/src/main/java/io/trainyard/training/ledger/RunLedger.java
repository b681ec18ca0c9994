package io.trainyard.training.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The memory of a host: what happened to its trainings, in order. What {@link #append} returned is there after any crash. One
 * ledger serves all strategies of a process, so that they share the writes to the disk. Thread-safe.
 */
public interface RunLedger extends AutoCloseable {

    /**
     * Writes an event down. When this returns, it is as durable as the ledger can make it; only then may its effect be seen.
     *
     * @param market market time of the event
     * @throws IllegalArgumentException if the event is a {@link RunEvent.Due}, which {@link #claim} writes
     * @throws IllegalStateException if the event is of a run that is not open
     * @throws LedgerException if it cannot be written. What it says must not take effect then. The ledger stays usable: it tries
     *     anew at the next call
     */
    LedgerEntry append(Instant market, RunEvent event);

    /**
     * Takes an occasion on which a training is due, unless it was taken before: by this process, by another thread of it, or
     * by one that has died since.
     *
     * @param market market time, at or after {@code due}
     * @param due the instant that the schedule names
     * @return the number of the new run, for which {@link RunEvent.Due} is written down; empty if {@code due} is not after the
     *     last instant of this training that was taken
     * @throws LedgerException if it cannot be written
     */
    OptionalLong claim(Instant market, String strategy, String training, Instant due);

    /**
     * Writes events down without waiting for the disk: all of them or, where that fails, none. They come to the disk in the order
     * in which they were given to this ledger, those of {@link #append} included.
     *
     * @param events of which none depends on one before it
     * @return done when they are as durable as the ledger can make them; only then may their effect be seen. Fails with a {@link
     *     LedgerException} if they cannot be written: then they are not in the ledger, and neither is what was given to it after
     *     them and before it failed. It is completed by a thread of the ledger, which whoever is told must not hold up
     * @throws IllegalArgumentException as {@link #append}
     * @throws IllegalStateException as {@link #append}
     * @throws LedgerException if that is known already
     */
    default CompletableFuture<Void> appendLater(Instant market, List<? extends RunEvent> events) {
        events.forEach(event -> append(market, event));
        return CompletableFuture.completedFuture(null);
    }

    /**
     * As {@link #claim}, without waiting for the disk: the occasion is taken, and whatever is given to {@link #appendLater} for its
     * run fails if that could not be written.
     *
     * @throws LedgerException if it is known already that it cannot be written
     */
    default OptionalLong claimLater(Instant market, String strategy, String training, Instant due) {
        return claim(market, strategy, training, due);
    }

    /** What is known now. Costs nothing in reading: the ledger keeps it as it goes. */
    Recovered recover();

    /**
     * Shows every entry that is kept, in order. Old ones may have been dropped as the ledger's retention says.
     *
     * @throws LedgerException if they cannot be read
     */
    void read(Consumer<LedgerEntry> reader);

    /** Which versions of a strategy's models were put in place, in order, as far back as entries are kept. */
    default Activations activations(String strategy) {
        return Activations.of(strategy, this::read);
    }

    /** Which version of a model served at {@code at}, market time; empty if none did, as far as entries are kept. */
    default Optional<Activation> liveAt(String strategy, String key, Instant at) {
        return activations(strategy).liveAt(key, at);
    }

    /**
     * The runs of a strategy that were due from {@code from} to {@code to}, both included, in the order of their numbers, as far
     * back as entries are kept.
     */
    default List<RecordedRun> runs(String strategy, Instant from, Instant to) {
        Map<Long, RunEvent.Due> dues = new LinkedHashMap<>();
        Map<Long, List<LedgerEntry>> entries = new LinkedHashMap<>();
        read(entry -> {
            if (!(entry.event() instanceof RunEvent.OfRun event)) {
                return;
            }
            if (event instanceof RunEvent.Due due
                    && due.strategy().equals(strategy)
                    && !due.due().isBefore(from)
                    && !due.due().isAfter(to)) {
                dues.put(due.run(), due);
                entries.put(due.run(), new ArrayList<>());
            }
            List<LedgerEntry> of = entries.get(event.run());
            if (of != null) {
                of.add(entry);
            }
        });
        return dues.values().stream()
                .map(due -> new RecordedRun(due.run(), due, entries.getOrDefault(due.run(), List.of())))
                .toList();
    }

    /** Lets go of the ledger. Calls after that fail. */
    @Override
    void close();
}
