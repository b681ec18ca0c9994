package io.trainyard.training.ledger;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows at a moment; read after a restart, what the process before left behind.
 *
 * <p>A host that takes a strategy up again ends the runs that were {@linkplain OpenRun#wasAtWork at work}, which {@link
 * OfStrategy#closing} says how to; runs or drops those that were due or waiting; asks {@code Misfires.toMakeUp(schedule, handledBy(now), now)} for
 * the instants that nobody looked at; and goes on with the budgets at their levels, which leaked meanwhile and were not
 * refilled.
 *
 * @param entries how many entries the ledger has had, which is the sequence number of the last one
 * @param strategies by name
 * @param budgets the last level of each budget, by name, with the reservations of open runs in it
 * @param notes what had to be repaired when the ledger was opened, in words; empty if nothing had to
 */
public record Recovered(
        long entries, Map<String, OfStrategy> strategies, Map<String, BudgetMark> budgets, List<String> notes) {

    /** Copies the collections. */
    public Recovered {
        strategies = sorted(strategies);
        budgets = sorted(budgets);
        notes = List.copyOf(notes);
    }

    /** What is known of a strategy; empty if it was never deployed. */
    public Optional<OfStrategy> strategy(String name) {
        return Optional.ofNullable(strategies.get(name));
    }

    /** The last level of a budget; empty if it never changed. */
    public Optional<BudgetMark> budget(String name) {
        return Optional.ofNullable(budgets.get(name));
    }

    private static <T> Map<String, T> sorted(Map<String, T> map) {
        return Collections.unmodifiableMap(new TreeMap<>(map));
    }

    /**
     * What is known of a strategy.
     *
     * @param name its name
     * @param fingerprint of the code that was deployed last
     * @param deployedAt market time of that
     * @param stopped whether it was stopped in good order since
     * @param trainings by name
     * @param versions of its models, by key
     * @param open runs without an end, in the order of their numbers
     */
    public record OfStrategy(
            String name,
            String fingerprint,
            Instant deployedAt,
            boolean stopped,
            Map<String, OfTraining> trainings,
            Map<String, OfKey> versions,
            List<OpenRun> open) {

        /** Copies the collections. */
        public OfStrategy {
            trainings = sorted(trainings);
            versions = sorted(versions);
            open = List.copyOf(open);
        }

        /**
         * The events that end the runs which were at work when the process died, to be appended at the next start: {@link
         * RunEnd#SUCCEEDED} where a result is in the store, {@link RunEnd#NOT_PROMOTED} where that is a candidate, else {@link
         * RunEnd#CRASHED}. They touch no budget, so that each such
         * run is charged all that it reserved: how long it had worked nobody knows, and a process that dies again and again
         * must not train for nothing.
         */
        public List<RunEvent> closing() {
            return open.stream().filter(OpenRun::wasAtWork).map(this::end).toList();
        }

        private RunEvent end(OpenRun run) {
            RunEnd end =
                    switch (run.stage()) {
                        case COMMITTED -> RunEnd.SUCCEEDED;
                        case HELD_BACK -> RunEnd.NOT_PROMOTED;
                        default -> RunEnd.CRASHED;
                    };
            String reason = end == RunEnd.CRASHED ? "the process died" : "the process died after the commit";
            return new RunEvent.Ended(name, run.run(), run.attempt(), end, run.reserved(), reason, null, null);
        }

        /** What is known of a training; empty if it was never due nor paused. */
        public Optional<OfTraining> training(String name) {
            return Optional.ofNullable(trainings.get(name));
        }

        /** What is known of a model; empty if no version of it was committed or put in place. */
        public Optional<OfKey> version(String key) {
            return Optional.ofNullable(versions.get(key));
        }
    }

    /**
     * What is known of a training.
     *
     * @param claimed the instants at which it was due and claimed, the last ones, ascending
     * @param failures how many runs failed since the last that succeeded, or since it was resumed; attempts that are
     *     tried again do not count
     * @param paused why it is paused; null if it is not
     */
    public record OfTraining(
            List<Instant> claimed, int failures, @Nullable String paused) {

        /**
         * How many instants are remembered. A clock that ran ahead for fewer occasions than that and was set back changes
         * nothing. If it ran ahead for more, the instants before are forgotten with those that were never there, and may be made
         * up for a second time: better than none until that false future has come.
         */
        static final int REMEMBERED = 8;

        static final OfTraining NEW = new OfTraining(List.of(), 0, null);

        /** Copies the list. */
        public OfTraining {
            claimed = List.copyOf(claimed);
        }

        /**
         * Up to when its schedule was looked after: the last instant at or before {@code now} that was claimed, for {@code
         * Misfires.toMakeUp}. Claims beyond {@code now}, from before the clock was set back, do not count.
         *
         * @param deployment the answer if there is none
         */
        public Instant handledBy(Instant now, Instant deployment) {
            Instant handled = deployment;
            for (Instant instant : claimed) {
                if (!instant.isAfter(now)) {
                    handled = instant;
                }
            }
            return handled;
        }

        /** Whether an instant was claimed, or is so old that it may have been, as {@code market} sees it. */
        boolean isClaimed(Instant due, Instant market) {
            return claimed.contains(due)
                    || (claimed.size() == REMEMBERED && due.isBefore(claimed.get(0)) && !isAhead(market));
        }

        /** Whether all that is remembered has yet to come: the clock was wrong then, or is now. */
        private boolean isAhead(Instant market) {
            return claimed.size() == REMEMBERED && market.isBefore(claimed.get(0));
        }

        OfTraining claim(Instant due, Instant market) {
            NavigableSet<Instant> all = new TreeSet<>(isAhead(market) ? List.of() : claimed);
            all.add(due);
            if (all.size() > REMEMBERED) {
                all.pollFirst();
            }
            return new OfTraining(List.copyOf(all), failures, paused);
        }

        OfTraining failures(int count) {
            return new OfTraining(claimed, count, paused);
        }

        OfTraining paused(@Nullable String reason) {
            return new OfTraining(claimed, reason == null ? 0 : failures, reason);
        }
    }

    /**
     * What is known of a model.
     *
     * @param committed the latest version in the store that the ledger knows of; 0 if none
     * @param published the version that was put in place last; null if none was
     */
    public record OfKey(long committed, @Nullable Activation published) {}
}
