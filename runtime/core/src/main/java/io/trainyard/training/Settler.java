package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final Ageing ageing;
    /** Runs that are concluded although their threads still run them; those of void trainings may still write their fields. */
    private final Set<Runner> haunting = new LinkedHashSet<>();

    Settler(TrainerParts parts, Announcer announcer, RunJournal journal, Ageing ageing) {
        this.parts = parts;
        this.announcer = announcer;
        this.journal = journal;
        this.ageing = ageing;
    }

    Ageing ageing() {
        return ageing;
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
        write(occasion, now -> journal.refused(now, occasion.number(), reason));
        settled(turn, occasion, new Outcome.Refused(reason), null);
    }

    void skip(Turn turn, Occasion occasion, String reason) {
        write(occasion, now -> journal.skipped(now, occasion.number(), reason));
        settled(turn, occasion, new Outcome.Skipped(reason), null);
    }

    private boolean write(Occasion occasion, java.util.function.Consumer<Instant> entry) {
        try {
            entry.accept(parts.clock().now());
            return true;
        } catch (RuntimeException e) {
            LOG.error("what became of {} cannot be written down", occasion.id(parts.strategy()), e);
            return false;
        }
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
     * Brings a run to its end.
     *
     * @return when it is tried again, as {@code retry} says; empty if it is not
     */
    Optional<Instant> conclude(Turn turn, Runner runner, Function<Outcome, Optional<Instant>> retry) {
        Run run = runner.attempted();
        run.conclude();
        if (run.isAtWork()) {
            haunting.add(runner);
        }
        Settlement how = run.settlement();
        if (how instanceof Settlement.Made made) {
            how = runner.commit(made);
        }
        parts.budget().settle(run.limit(), charge(run, how), parts.clock().now());
        Outcome outcome = outcome(run, how);
        Optional<Instant> again = retry.apply(outcome);
        Occasion occasion = run.occasion();
        boolean written = write(
                occasion,
                now -> journal.ended(now, occasion.number(), occasion.attempt(), outcome, again.orElse(null)));
        if (how instanceof Settlement.Kept kept && written) {
            publish(run, kept);
        }
        breakOff(turn);
        count(turn, outcome, again.isPresent());
        settled(turn, occasion, outcome, run);
        return again;
    }

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

    private void publish(Run run, Settlement.Kept kept) {
        for (int i = 0; i < kept.models().size(); i++) {
            ModelVersion version = kept.versions().get(i);
            if (kept.models().get(i).isOutdone(version)) {
                LOG.info("{}: {} is not put in place, since a later version is there", parts.strategy(), version);
            } else if (write(
                    run.occasion(), now -> journal.published(now, run.occasion().number(), version))) {
                kept.models().get(i).fill();
                ageing.watch(kept.models().get(i).slot(), version);
                announcer.published(run.occasion(), version);
            }
        }
    }

    /** Puts in place what somebody else has committed; false if something newer is there, or it cannot be written down. */
    boolean refresh(RefreshedModel<?> model) {
        if (!model.slot().cell().isOlderThan(model.version())) {
            return false;
        }
        try {
            journal.published(parts.clock().now(), 0, model.version());
        } catch (RuntimeException e) {
            LOG.error("{}: that {} is in place cannot be written down", parts.strategy(), model.version(), e);
            return false;
        }
        model.fill();
        ageing.watch(model.slot(), model.version());
        announcer.published(model.version());
        return true;
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
            try {
                journal.paused(parts.clock().now(), turn.name(), reason);
            } catch (RuntimeException e) {
                LOG.error("{}: that {} is paused cannot be written down", parts.strategy(), turn.name(), e);
            }
            announcer.paused(turn.name(), turn.failures());
        }
    }

    /** The thread of a run that was concluded has ended. */
    void ended(Turn turn, Runner runner) {
        if (!runner.attempted().isAtWork()) {
            haunting.remove(runner);
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
