package io.trainyard.training.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A run that began and has no end yet.
 *
 * @param run its number
 * @param training its training
 * @param due when it was due
 * @param stage how far it came
 * @param attempt the last attempt that began; 0 if none did
 * @param until market time at which it was to go on; null unless it waits
 * @param reserved what the attempt reserved; zero unless one is running
 * @param budget name of the budget that holds the reservation; null if none does
 * @param committed the versions that it brought to the object store, by key
 * @param published those of them that were put in place, by key
 */
public record OpenRun(
        long run,
        String training,
        Instant due,
        Stage stage,
        int attempt,
        @Nullable Instant until,
        Duration reserved,
        @Nullable String budget,
        Map<String, Long> committed,
        Map<String, Long> published) {

    /** How far a run came. */
    public enum Stage {
        /** It was due, and nothing more. It can be run, or dropped as the misfire policy says. */
        DUE,
        /** It waits for room in the budget, or for its next attempt. It can be run from {@code until} on. */
        WAITING,
        /**
         * Its method was at work. If the store has a version newer than the last one that the ledger knows of a key which the
         * training fills, the commit was the last thing that it did, and it must not run again.
         */
        RUNNING,
        /** The store has at least one result of it. It must not run again: what it committed is to be put in place. */
        COMMITTED,
        /** The store has its result as a candidate, which the gate of its field refused. It must not run again. */
        HELD_BACK
    }

    /** Copies the maps. */
    public OpenRun {
        committed = Map.copyOf(committed);
        published = Map.copyOf(published);
    }

    /** When it was to go on; empty unless it waits. */
    public Optional<Instant> waitsUntil() {
        return Optional.ofNullable(until);
    }

    /** Whether an attempt of it had begun and not ended. */
    public boolean wasAtWork() {
        return stage == Stage.RUNNING || stage == Stage.COMMITTED || stage == Stage.HELD_BACK;
    }

    OpenRun waiting(Instant instant) {
        return new OpenRun(
                run, training, due, Stage.WAITING, attempt, instant, Duration.ZERO, null, committed, published);
    }

    OpenRun started(RunEvent.Started started) {
        BudgetMark mark = started.budget();
        return new OpenRun(
                run,
                training,
                due,
                Stage.RUNNING,
                started.attempt(),
                null,
                started.reserved(),
                mark == null ? null : mark.budget(),
                committed,
                published);
    }

    OpenRun committed(RunEvent.Committed event) {
        return new OpenRun(
                run,
                training,
                due,
                event.candidate() ? Stage.HELD_BACK : Stage.COMMITTED,
                attempt,
                null,
                reserved,
                budget,
                with(committed, event.key(), event.version()),
                published);
    }

    OpenRun published(String key, long version) {
        return new OpenRun(
                run, training, due, stage, attempt, until, reserved, budget, committed, with(published, key, version));
    }

    private static Map<String, Long> with(Map<String, Long> map, String key, long version) {
        Map<String, Long> changed = new HashMap<>(map);
        changed.put(key, version);
        return changed;
    }
}
