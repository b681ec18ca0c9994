package io.trainyard.training.ledger;

import io.trainyard.training.ledger.OpenRun.Stage;
import io.trainyard.training.ledger.Recovered.OfKey;
import io.trainyard.training.ledger.Recovered.OfStrategy;
import io.trainyard.training.ledger.Recovered.OfTraining;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What the entries of a ledger amount to, one after the other. Not thread-safe. */
final class LedgerState {

    private static final OfKey NO_VERSION = new OfKey(0, null);

    private final Map<String, Strategy> strategies = new HashMap<>();
    private final Map<String, BudgetMark> budgets = new HashMap<>();
    private long sequence;
    private long lastRun;

    /** The sequence number of the last entry; 0 before the first. */
    long sequence() {
        return sequence;
    }

    /** The highest number of a run; 0 before the first. */
    long lastRun() {
        return lastRun;
    }

    boolean isClaimed(String strategy, String training, Instant due, Instant market) {
        Strategy known = strategies.get(strategy);
        return known != null
                && known.trainings.getOrDefault(training, OfTraining.NEW).isClaimed(due, market);
    }

    /**
     * Refuses what cannot be true.
     *
     * @throws IllegalArgumentException if the event is that of an occasion
     * @throws IllegalStateException if the event is of a run that is not open
     */
    void check(RunEvent event) {
        if (event instanceof RunEvent.Due) {
            throw new IllegalArgumentException(
                    "an occasion is taken with claim, which sees whether it was taken before");
        }
        if (event instanceof RunEvent.OfRun of && needsOpenRun(of) && openRun(of) == null) {
            throw new IllegalStateException("run " + of.run() + " of " + of.strategy()
                    + " is not open: it was never due, or has ended; " + event);
        }
    }

    private static boolean needsOpenRun(RunEvent.OfRun event) {
        // a result may be put in place when the run is long over
        return !(event instanceof RunEvent.Published || event instanceof RunEvent.Placed);
    }

    private @Nullable OpenRun openRun(RunEvent.OfRun event) {
        Strategy strategy = strategies.get(event.strategy());
        return strategy == null ? null : strategy.open.get(event.run());
    }

    /** Entries are gone: each of them may have been the beginning of a run, whose number is not to be used again. */
    void lose(SegmentHead.Lost lost) {
        sequence = lost.last();
        lastRun += lost.last() - lost.first() + 1;
    }

    /** Takes the next entry in. Never fails: what a repaired ledger has lost may be missing. */
    void apply(LedgerEntry entry) {
        sequence = entry.sequence();
        RunEvent event = entry.event();
        Strategy strategy = strategies.computeIfAbsent(event.strategy(), name -> new Strategy(entry.market()));
        if (event instanceof RunEvent.OfRun of) {
            lastRun = Math.max(lastRun, of.run());
            apply(strategy, entry, of);
        } else if (event instanceof RunEvent.Deployed deployed) {
            strategy.fingerprint = deployed.fingerprint();
            strategy.deployedAt = entry.market();
            strategy.stopped = false;
        } else if (event instanceof RunEvent.Budgeted budgeted) {
            mark(budgeted.budget());
        } else if (event instanceof RunEvent.Paused paused) {
            strategy.training(paused.training(), training -> training.paused(paused.reason()));
        } else if (event instanceof RunEvent.Resumed resumed) {
            strategy.training(resumed.training(), training -> training.paused(null));
        } else if (event instanceof RunEvent.Stopped) {
            strategy.stopped = true;
        }
    }

    private void apply(Strategy strategy, LedgerEntry entry, RunEvent.OfRun event) {
        if (event instanceof RunEvent.Due due) {
            strategy.training(due.training(), training -> training.claim(due.due(), entry.market()));
            strategy.open.put(
                    due.run(),
                    new OpenRun(
                            due.run(),
                            due.training(),
                            due.due(),
                            Stage.DUE,
                            0,
                            null,
                            Duration.ZERO,
                            null,
                            Map.of(),
                            Map.of()));
        } else if (event instanceof RunEvent.Refused || event instanceof RunEvent.Skipped) {
            strategy.open.remove(event.run());
        } else if (event instanceof RunEvent.Deferred deferred) {
            strategy.run(event, run -> run.waiting(deferred.until()));
        } else if (event instanceof RunEvent.Started started) {
            mark(started.budget());
            strategy.run(event, run -> run.started(started));
        } else if (event instanceof RunEvent.Ended ended) {
            mark(ended.budget());
            strategy.end(ended);
        } else if (event instanceof RunEvent.Committed committed) {
            strategy.run(event, run -> run.committed(committed));
            strategy.committed(committed.key(), committed.version());
        } else if (event instanceof RunEvent.Published published) {
            strategy.run(event, run -> run.published(published.key(), published.version()));
            strategy.committed(published.key(), published.version());
            strategy.activated(Activation.of(entry, published));
        } else if (event instanceof RunEvent.Placed placed) {
            strategy.committed(placed.key(), placed.version());
            strategy.activated(Activation.of(entry, placed));
        }
    }

    private void mark(@Nullable BudgetMark mark) {
        if (mark != null) {
            budgets.put(mark.budget(), mark);
        }
    }

    /** All of it as a value. */
    Recovered recovered(List<String> notes) {
        Map<String, OfStrategy> known = new HashMap<>();
        strategies.forEach((name, strategy) -> known.put(name, strategy.known(name)));
        return new Recovered(sequence, known, budgets, notes);
    }

    /** Starts from what was known after an entry, in place of all entries up to it. */
    static LedgerState of(Recovered known, long lastRun) {
        LedgerState state = new LedgerState();
        state.sequence = known.entries();
        state.lastRun = lastRun;
        state.budgets.putAll(known.budgets());
        known.strategies().forEach((name, of) -> state.strategies.put(name, Strategy.of(of)));
        return state;
    }

    private static final class Strategy {
        private String fingerprint = "";
        private Instant deployedAt;
        private boolean stopped;
        private final Map<String, OfTraining> trainings = new HashMap<>();
        private final Map<String, OfKey> versions = new HashMap<>();
        private final Map<Long, OpenRun> open = new TreeMap<>();

        Strategy(Instant deployedAt) {
            this.deployedAt = deployedAt;
        }

        static Strategy of(OfStrategy known) {
            Strategy strategy = new Strategy(known.deployedAt());
            strategy.fingerprint = known.fingerprint();
            strategy.stopped = known.stopped();
            strategy.trainings.putAll(known.trainings());
            strategy.versions.putAll(known.versions());
            known.open().forEach(run -> strategy.open.put(run.run(), run));
            return strategy;
        }

        OfStrategy known(String name) {
            return new OfStrategy(
                    name, fingerprint, deployedAt, stopped, trainings, versions, List.copyOf(open.values()));
        }

        void training(String name, UnaryOperator<OfTraining> change) {
            trainings.put(name, change.apply(trainings.getOrDefault(name, OfTraining.NEW)));
        }

        void run(RunEvent.OfRun event, UnaryOperator<OpenRun> change) {
            open.computeIfPresent(event.run(), (number, run) -> change.apply(run));
        }

        void committed(String key, long version) {
            OfKey known = versions.getOrDefault(key, NO_VERSION);
            versions.put(key, new OfKey(Math.max(known.committed(), version), known.published()));
        }

        void activated(Activation activation) {
            versions.computeIfPresent(activation.key(), (key, of) -> new OfKey(of.committed(), activation));
        }

        void end(RunEvent.Ended ended) {
            OpenRun run = open.remove(ended.run());
            if (run == null) {
                return;
            }
            if (ended.retryAt() != null) {
                open.put(run.run(), run.waiting(ended.retryAt()));
            }
            if (ended.end() == RunEnd.SUCCEEDED || ended.end() == RunEnd.NOT_PROMOTED) {
                training(run.training(), training -> training.failures(0));
            } else if (ended.end().isFailure() && ended.retryAt() == null) {
                training(run.training(), training -> training.failures(training.failures() + 1));
            }
        }
    }
}
