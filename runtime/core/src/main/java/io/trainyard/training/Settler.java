package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings runs to their end on the strategy's thread: charges the budget, writes down what became of them, and only then puts
 * models in place and tells listeners.
 */
final class Settler {

    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);

    private final TrainerParts parts;
    private final Announcer announcer;
    private final RunJournal journal;
    private final Publisher publisher;
    private final Handover handover;
    /** Runs that are concluded although their threads still run them; those of void trainings may still write their fields. */
    private final Set<Runner> haunting = new LinkedHashSet<>();

    Settler(TrainerParts parts, Announcer announcer, RunJournal journal, Publisher publisher, Handover handover) {
        this.parts = parts;
        this.announcer = announcer;
        this.journal = journal;
        this.publisher = publisher;
        this.handover = handover;
    }

    Run open(Occasion occasion, Duration limit) {
        Run[] self = new Run[1];
        Run run = new Run(
                occasion,
                limit,
                parts.timing().watches(occasion.policy()),
                parts.clock().now(),
                parts.stopwatch(),
                () -> parts.budget().room(parts.timing().now()),
                (text, fraction) -> announcer.progressed(self[0], fraction, text));
        self[0] = run;
        return run;
    }

    void started(Turn turn, Run run) {
        if (turn.job() instanceof TrainingJob.Writing writing) {
            writing.slots().forEach(slot -> slot.cell().become(ModelState.TRAINING));
        }
        announcer.started(run);
    }

    void refuse(Turn turn, Occasion occasion, String reason) {
        settle(turn, occasion, journal.refused(now(), occasion.number(), reason), new Outcome.Refused(reason));
    }

    void skip(Turn turn, Occasion occasion, String reason) {
        settle(turn, occasion, journal.skipped(now(), occasion.number(), reason), new Outcome.Skipped(reason));
    }

    private void settle(Turn turn, Occasion occasion, CompletableFuture<Void> written, Outcome outcome) {
        handover.when(written, failure -> {
            complain(occasion, failure);
            settled(turn, occasion, outcome, null);
        });
    }

    private void complain(Occasion occasion, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("what became of {} cannot be written down", occasion.id(parts.strategy()), failure);
        }
    }

    private Instant now() {
        return parts.clock().now();
    }

    private void settled(Turn turn, Occasion occasion, Outcome outcome, @Nullable Run run) {
        TrainingRun settled = new TrainingRun(
                occasion.number(),
                occasion.training(),
                occasion.due(),
                occasion.attempt(),
                run == null || !run.hasBegun() ? null : run.startedAt(),
                parts.clock().now(),
                outcome);
        turn.settled(settled);
        parts.history().add(settled);
        announcer.settled(occasion, settled, run);
    }

    /** When a run that is done on the machine is done on the market clock; empty for now. Refuses it if that is too late. */
    Optional<Instant> arrival(Run run) {
        Settlement how = run.settlement();
        if (how == null || parts.timing().commitsOnLane()) {
            return Optional.empty();
        }
        boolean cancelled = how instanceof Settlement.Cancelled;
        if (!cancelled && parts.timing().cost(run.policy(), how.took()).compareTo(run.limit()) > 0) {
            run.replace(new Settlement.OverLimit(how.took()));
        }
        Duration span = parts.timing().span(run.policy(), how.took());
        Duration bounded = span.compareTo(run.limit()) > 0 ? run.limit() : span;
        Instant at = run.startedAt().plus(bounded);
        return cancelled || !at.isAfter(parts.clock().now()) ? Optional.empty() : Optional.of(at);
    }

    /**
     * Brings a run to its end, once that is durable.
     *
     * @param retry says when it is tried again after such an outcome; empty if it is not
     * @param then gets what {@code retry} said, when all is done
     */
    void conclude(
            Turn turn, Runner runner, Function<Outcome, Optional<Instant>> retry, Consumer<Optional<Instant>> then) {
        Run run = runner.attempted();
        run.conclude();
        boolean haunts = run.isAtWork();
        if (haunts) {
            haunting.add(runner);
        }
        Settlement how = run.settlement() instanceof Settlement.Made made ? runner.commit(made) : run.settlement();
        Publisher.Pending models = publisher.pending(how);
        Ending ending = ending(outcome(run, how), retry);
        CompletableFuture<Void> written;
        synchronized (parts.budget()) { // no other run of a shared budget may come between the charge and its mark
            parts.budget().settle(run.limit(), charge(run, how), now());
            written = ended(run, ending, models.versions());
        }
        handover.when(written, failure -> {
            turn.runner(null);
            Ending known = failure == null ? ending : unwritten(run, ending, failure, retry);
            if (failure == null) {
                publisher.place(run.occasion(), models);
            }
            breakOff(turn);
            count(turn, known.outcome, known.again != null);
            settled(turn, run.occasion(), known.outcome, run);
            if (!haunts) {
                publisher.finish(runner);
            }
            then.accept(Optional.ofNullable(known.again));
        });
    }

    private static Ending ending(Outcome outcome, Function<Outcome, Optional<Instant>> retry) {
        return new Ending(outcome, retry.apply(outcome).orElse(null));
    }

    private CompletableFuture<Void> ended(Run run, Ending ending, List<ModelVersion> published) {
        Occasion occasion = run.occasion();
        return journal.ended(now(), occasion.number(), occasion.attempt(), ending.outcome, ending.again, published);
    }

    /** Nobody may see a model of which it is not durable that it is in place: the old one stays, and its run has failed. */
    private Ending unwritten(Run run, Ending ending, Throwable failure, Function<Outcome, Optional<Instant>> retry) {
        complain(run.occasion(), failure);
        Ending known = ending.outcome instanceof Outcome.Succeeded made
                ? ending(
                        new Outcome.Failed(
                                made.took(),
                                new IllegalStateException(
                                        "its model is stored, and not put in place, since that cannot be written down; the"
                                                + " old one stays. " + failure.getMessage(),
                                        failure)),
                        retry)
                : ending;
        // it may be that the disk takes this; if not, the next process finds a run without an end
        handover.when(ended(run, known, List.of()), again -> complain(run.occasion(), again));
        return known;
    }

    /** What became of an attempt, and when it is tried again. */
    private record Ending(Outcome outcome, @Nullable Instant again) {}

    private Duration charge(Run run, @Nullable Settlement how) {
        if (how == null) {
            return Duration.ZERO;
        }
        Duration cost = parts.timing().cost(run.policy(), how.took());
        if (how instanceof Settlement.Cancelled
                && !parts.timing().commitsOnLane()
                && run.policy().modelled()) {
            Duration ran = Duration.between(run.startedAt(), parts.clock().now());
            return ran.compareTo(cost) < 0 ? ran : cost;
        }
        return cost;
    }

    private static Outcome outcome(Run run, @Nullable Settlement how) {
        if (how instanceof Settlement.Kept kept) {
            return new Outcome.Succeeded(kept.took(), kept.versions());
        }
        if (how instanceof Settlement.HeldBack held) {
            return new Outcome.NotPromoted(held.took(), held.candidate(), held.champion(), held.reason());
        }
        if (how instanceof Settlement.Threw threw) {
            return new Outcome.Failed(threw.took(), threw.cause());
        }
        if (how instanceof Settlement.OverLimit over) {
            return new Outcome.OverLimit(over.took(), run.limit());
        }
        return how instanceof Settlement.Cancelled cancelled
                ? new Outcome.Cancelled(cancelled.took(), cancelled.reason())
                : new Outcome.Failed(run.took(), new IllegalStateException("it was lost"));
    }

    /** What a void training has left unfinished is not to be trusted. */
    private static void breakOff(Turn turn) {
        for (ModelSlot<?> slot : turn.job().slots()) {
            if (slot.cell().state() == ModelState.TRAINING) {
                slot.cell().become(ModelState.FAILED);
            }
        }
    }

    private void count(Turn turn, Outcome outcome, boolean again) {
        if (outcome instanceof Outcome.Succeeded || outcome instanceof Outcome.NotPromoted) {
            turn.succeeded();
        } else if (!again
                && (outcome instanceof Outcome.Failed || outcome instanceof Outcome.OverLimit)
                && turn.failed()) {
            String reason = turn.failures() + " failures in a row";
            handover.when(journal.paused(now(), turn.name(), reason), failure -> {
                if (failure != null) {
                    LOG.error("{}: that {} is paused cannot be written down", parts.strategy(), turn.name(), failure);
                }
                announcer.paused(turn.name(), turn.failures());
            });
        }
    }

    /** The thread of a run that was concluded has ended. */
    void ended(Turn turn, Runner runner) {
        if (!runner.attempted().isAtWork() && haunting.remove(runner)) {
            publisher.finish(runner);
        }
    }

    /** Whether a thread still runs a void training of this turn, and may write its fields. */
    boolean haunts(Turn turn) {
        return turn.job() instanceof TrainingJob.Writing
                && haunting.stream().anyMatch(runner -> runner.attempted().job() == turn.job());
    }

    List<Runner> haunting() {
        return List.copyOf(haunting);
    }
}
