package io.trainyard.training;

import io.trainyard.Busy;
import io.trainyard.store.ModelVersion;
import io.trainyard.training.Turn.Postponed;
import io.trainyard.training.ledger.OpenRun;
import io.trainyard.training.ledger.RunLedger;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the trainings of one strategy: affords them, hands them to a lane, publishes their results between two events, tries
 * again what failed. Nothing that a training does gets out of here as an exception. All methods are for the strategy's thread,
 * which keeps the clock; what happens on other threads comes in through {@link #drain}.
 */
public final class Trainer {

    private static final Logger LOG = LoggerFactory.getLogger(Trainer.class);

    private final TrainerParts parts;
    private final RunJournal journal;
    private final Announcer announcer;
    private final Settler settler;
    private final Publisher publisher;
    private final Timeline timeline = new Timeline();
    private final Turns turns;
    private final Handover handover;
    private final Flights flights;
    private final RetiredModels retired;

    /** A trainer for these trainings. */
    public Trainer(TrainerParts parts, List<TrainingJob> jobs) {
        this(parts, jobs, new CountingJournal());
    }

    /**
     * A trainer that writes down in a ledger what it does before it does it. Beside a market its thread does not wait for that:
     * a training starts, a model is put in place, and listeners are told, when the ledger has said that it is durable.
     *
     * @param budgetName what the ledger calls the budget
     * @param slices how many slices the strategy has been given
     */
    public Trainer(
            TrainerParts parts, List<TrainingJob> jobs, RunLedger ledger, String budgetName, LongSupplier slices) {
        this(parts, jobs, new LedgerJournal(ledger, parts, budgetName, slices));
    }

    private Trainer(TrainerParts parts, List<TrainingJob> jobs, RunJournal journal) {
        this.parts = parts;
        this.journal = journal;
        this.handover = new Handover(parts.wake());
        this.announcer = new Announcer(parts.strategy(), parts.clock(), parts.listener());
        this.retired = new RetiredModels(parts.strategy(), parts.keeper(), this::atWork);
        this.publisher = new Publisher(
                parts, announcer, journal, new Ageing(parts.clock(), timeline, announcer::aged), handover, retired);
        this.settler = new Settler(parts, announcer, journal, publisher, handover);
        this.turns = new Turns(jobs);
        jobs.forEach(job -> job.slots().forEach(retired::knows));
        this.flights = new Flights(parts, announcer, journal, settler, timeline, turns, handover);
    }

    /** Takes note of a model that was restored. */
    public void restored(ModelSlot<?> slot, ModelVersion version) {
        retired.knows(slot);
        publisher.ageing().watch(slot, version);
        announcer.published(version);
    }

    /**
     * Puts in place what somebody else has committed, once that is written down, unless something newer is there, or a training
     * is at work that writes the field itself.
     *
     * @param inPlace called when it is in place
     */
    public void refresh(RefreshedModel<?> model, Runnable inPlace) {
        drain();
        publisher.refresh(model, () -> !isWritten(model.slot()), inPlace);
    }

    private boolean isWritten(ModelSlot<?> filled) {
        return turns.all().stream()
                .filter(turn -> turn.job() instanceof TrainingJob.Writing)
                .filter(turn -> turn.runner() != null || settler.haunts(turn))
                .anyMatch(turn -> turn.job().slots().stream().anyMatch(slot -> slot.cell() == filled.cell()));
    }

    /** When there is something to do next that no schedule says: a retry, a run that waits for its budget, a model's arrival. */
    public Optional<Instant> next() {
        return timeline.next();
    }

    /** Does what {@link #next} told of. */
    public void runNext() {
        timeline.runNext();
    }

    /** A training is due. */
    public void train(TrainingJob job, Instant due) {
        drain();
        Turn turn = turns.of(job);
        claim(turn, due).ifPresent(number -> {
            Occasion occasion = new Occasion(job, Math.toIntExact(number), due, 1);
            announcer.due(occasion);
            if (turn.isPaused()) {
                settler.skip(
                        turn,
                        occasion,
                        "it is paused after " + turn.failures()
                                + " failures in a row; resume it when what was wrong is mended");
            } else if (turn.runner() == null
                    && turn.postponed() == null
                    && turn.waiting().isEmpty()) {
                flights.waitOrStart(turn, occasion);
            } else {
                meetBusy(turn, occasion);
            }
        });
    }

    /** Goes on with a run that an earlier process has not brought to its end. */
    void takeOver(TrainingJob job, OpenRun run) {
        Occasion occasion = new Occasion(job, Math.toIntExact(run.run()), run.due(), run.attempt() + 1);
        Instant now = parts.clock().now();
        Turn turn = turns.of(job);
        if (turn.postponed() != null || turn.runner() != null) {
            settler.skip(turn, occasion, "an earlier one goes on");
        } else {
            flights.postpone(
                    turn, occasion, run.waitsUntil().filter(now::isBefore).orElse(now), run.attempt() > 0);
        }
    }

    /** Takes over what an earlier process knew of a training. */
    void takeOver(TrainingJob job, int failures, boolean paused) {
        turns.of(job).recover(failures, paused);
    }

    /** A training was due and is not made up for. */
    public void miss(TrainingJob job, Instant due, String reason) {
        Turn turn = turns.of(job);
        claim(turn, due).ifPresent(number -> {
            Occasion occasion = new Occasion(job, Math.toIntExact(number), due, 1);
            announcer.due(occasion);
            settler.skip(turn, occasion, reason);
        });
    }

    private OptionalLong claim(Turn turn, Instant due) {
        try {
            return journal.claim(parts.clock().now(), turn.name(), due);
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: {} is not run at {}, since that cannot be written down",
                    parts.strategy(),
                    turn.name(),
                    due,
                    e);
            return OptionalLong.empty();
        }
    }

    private void meetBusy(Turn turn, Occasion occasion) {
        Postponed postponed = turn.postponed();
        if (postponed != null && postponed.retry()) {
            replaceWaiting(turn, "not tried again, since " + occasion + " is due");
            flights.waitOrStart(turn, occasion);
            return;
        }
        Busy busy = occasion.policy().busy();
        Runner runner = turn.runner();
        String before = runner != null
                ? runner.attempted().occasion() + " still runs"
                : (postponed != null ? postponed.occasion() : turn.waiting().peekFirst()) + " still waits";
        if (busy == Busy.SKIP) {
            settler.skip(turn, occasion, before);
        } else if (busy == Busy.QUEUE) {
            turn.waiting().add(occasion);
        } else {
            replaceWaiting(turn, "replaced by " + occasion);
            turn.waiting().add(occasion);
            if (runner != null) {
                flights.cancel(turn, runner, "replaced by " + occasion);
                drain();
            }
            flights.startWaiting();
        }
    }

    private void replaceWaiting(Turn turn, String reason) {
        Postponed postponed = turn.postponed();
        if (postponed != null) {
            timeline.remove(postponed.entry());
            turn.postponed(null);
            settler.skip(turn, postponed.occasion(), reason);
        }
        for (Occasion old = turn.waiting().poll();
                old != null;
                old = turn.waiting().poll()) {
            settler.skip(turn, old, reason);
        }
    }

    /** What runs just now; for any thread. */
    public List<RunningTraining> running() {
        return flights.running();
    }

    /** Takes in what lanes, limits and the ledger have handed over: publishes results, starts what waited for them. */
    public void drain() {
        handover.drain();
    }

    /** Cancels what runs just now, from any thread, also while the strategy's own waits for it. */
    public void cancelRunning(String reason) {
        flights.cancelRunning(reason);
    }

    /** Cancels what runs and drops what waits. */
    public void cancelAll(String reason) {
        for (Turn turn : turns.all()) {
            replaceWaiting(turn, reason);
            Runner runner = turn.runner();
            if (runner != null) {
                flights.cancel(turn, runner, reason);
            }
        }
        drain();
    }

    /** Drops what waits and lets go of the threads of what runs; call it after {@link #cancelAll}. */
    public void abandonAll() {
        settler.haunting().forEach(parts.lane()::abandon);
    }

    /** Closes the models, when the strategy has ended: nobody may use them any more. What a thread may still hold stays open. */
    public void close() {
        retired.end();
    }

    /** Whose threads may hold what the fields hold. */
    private List<Run> atWork() {
        Set<Runner> runners = new LinkedHashSet<>(settler.haunting());
        for (Turn turn : turns.all()) {
            if (turn.runner() != null) {
                runners.add(turn.runner());
            }
        }
        return runners.stream()
                .map(Runner::attempted)
                .filter(run -> !run.isOffThread())
                .toList();
    }

    /** Drops what waits; what runs goes on. */
    public void finishRunning(String reason) {
        turns.all().forEach(turn -> replaceWaiting(turn, reason));
    }

    /** Whether a result is still to come in, runs whose threads do not end not counted; or {@link #isWriting}. */
    public boolean isRunning() {
        return turns.isRunning() || isWriting();
    }

    /** Whether something waits for the ledger to say that it is durable. */
    public boolean isWriting() {
        return handover.isAwaiting();
    }

    /**
     * Lets a training that is paused run again from its next occasion on, once that is written down.
     *
     * @throws IllegalArgumentException if there is no training of that name
     */
    public void resume(String training) {
        Turn turn = turns.named(training);
        handover.when(journal.resumed(parts.clock().now(), training), failure -> {
            if (failure == null) {
                turn.resume();
            } else {
                LOG.error(
                        "{}: {} stays paused, since that it goes on cannot be written down",
                        parts.strategy(),
                        training,
                        failure);
            }
        });
    }

    /** Where each training stands, but for when its schedules want it next, which they know. */
    public List<TrainingStatus> status() {
        return turns.status();
    }
}
