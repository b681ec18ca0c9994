package io.trainyard.training;

import io.trainyard.Busy;
import io.trainyard.store.ModelVersion;
import io.trainyard.training.Turn.Postponed;
import io.trainyard.training.ledger.OpenRun;
import io.trainyard.training.ledger.RunLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
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
    private final Affordability affordability;
    private final Timeline timeline = new Timeline();
    private final Turns turns;
    private final Set<Runner> active = ConcurrentHashMap.newKeySet();
    private final Queue<Runner> handedOver = new ConcurrentLinkedQueue<>();

    /** A trainer for these trainings. */
    public Trainer(TrainerParts parts, List<TrainingJob> jobs) {
        this(parts, jobs, new CountingJournal());
    }

    /**
     * A trainer that writes down in a ledger what it does before it does it.
     *
     * @param budgetName what the ledger calls the budget
     * @param slices how many slices the strategy has been given
     */
    public Trainer(
            TrainerParts parts, List<TrainingJob> jobs, RunLedger ledger, String budgetName, LongSupplier slices) {
        this(parts, jobs, new LedgerJournal(ledger, parts.strategy(), budgetName, parts.budget(), slices));
    }

    private Trainer(TrainerParts parts, List<TrainingJob> jobs, RunJournal journal) {
        this.parts = parts;
        this.journal = journal;
        this.affordability = new Affordability(parts.budget());
        this.announcer = new Announcer(parts.strategy(), parts.clock(), parts.listener());
        this.settler = new Settler(parts, announcer, journal, new Ageing(parts.clock(), timeline, announcer::aged));
        this.turns = new Turns(jobs);
    }

    /** Takes note of a model that was restored. */
    public void restored(ModelSlot<?> slot, ModelVersion version) {
        settler.ageing().watch(slot, version);
        announcer.published(version);
    }

    /**
     * Puts in place what somebody else has committed, unless something newer is there, or a training is at work that writes the
     * field itself.
     *
     * @return whether it is in place
     */
    public boolean refresh(RefreshedModel<?> model) {
        drain();
        boolean written = turns.all().stream()
                .filter(turn -> turn.job() instanceof TrainingJob.Writing)
                .filter(turn -> turn.runner() != null || settler.haunts(turn))
                .anyMatch(turn -> turn.job().slots().stream()
                        .anyMatch(slot -> slot.cell() == model.slot().cell()));
        return !written && settler.refresh(model);
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
                waitOrStart(turn, occasion);
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
            postpone(turn, occasion, run.waitsUntil().filter(now::isBefore).orElse(now), run.attempt() > 0);
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
            waitOrStart(turn, occasion);
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
                cancel(turn, runner, "replaced by " + occasion);
                drain();
            }
            startWaiting();
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

    /** One flight a model: what fills the same field as another run waits for it. */
    private void waitOrStart(Turn turn, Occasion occasion) {
        if (turns.isBlocked(turn, settler::haunts)) {
            turn.waiting().addFirst(occasion);
        } else {
            afford(turn, occasion);
        }
    }

    private void afford(Turn turn, Occasion occasion) {
        Instant now = parts.clock().now();
        Affordability.Answer answer = affordability.ask(occasion.policy(), now);
        if (answer instanceof Affordability.Run run) {
            start(turn, occasion, run.limit());
        } else if (answer instanceof Affordability.Later later) {
            try {
                journal.deferred(now, occasion.number(), later.at(), later.reason());
            } catch (RuntimeException e) {
                LOG.error("{}: that {} waits cannot be written down", parts.strategy(), occasion, e);
            }
            announcer.waits(occasion, later.at(), later.reason());
            postpone(turn, occasion, later.at(), false);
        } else if (answer instanceof Affordability.Never never) {
            settler.refuse(turn, occasion, never.reason());
        }
    }

    private void postpone(Turn turn, Occasion occasion, Instant until, boolean retry) {
        Timeline.Entry entry = timeline.add(until, () -> {
            turn.postponed(null);
            waitOrStart(turn, occasion);
        });
        turn.postponed(new Postponed(occasion, entry, retry));
    }

    private void start(Turn turn, Occasion occasion, Duration limit) {
        Instant now = parts.clock().now();
        try {
            journal.started(now, occasion.number(), occasion.attempt(), limit);
        } catch (RuntimeException e) {
            parts.budget().settle(limit, Duration.ZERO, now);
            settler.refuse(turn, occasion, "its start cannot be written down: " + e.getMessage());
            return;
        }
        Run run = settler.open(occasion, limit);
        Runner[] self = new Runner[1];
        Runner runner = new Runner(run, parts, journal, () -> handOver(self[0]));
        self[0] = runner;
        turn.runner(runner);
        active.add(runner);
        settler.started(turn, run);
        parts.lane().run(runner);
        drain();
    }

    private void handOver(Runner runner) {
        handedOver.add(runner);
        parts.wake().run();
    }

    /** What runs just now; for any thread. */
    public List<RunningTraining> running() {
        return active.stream().map(runner -> runner.attempted().running()).toList();
    }

    /** Takes in what lanes and limits have handed over: publishes results, starts what waited for them. */
    public void drain() {
        for (Runner runner = handedOver.poll(); runner != null; runner = handedOver.poll()) {
            take(runner);
        }
    }

    private void take(Runner runner) {
        Turn turn = turns.of(runner.attempted().job());
        if (runner.attempted().isConcluded()) {
            settler.ended(turn, runner);
            startWaiting();
            return;
        }
        Optional<Instant> arrival = settler.arrival(runner.attempted());
        if (arrival.isPresent()) {
            timeline.add(arrival.get(), () -> arrive(turn, runner));
        } else {
            arrive(turn, runner);
        }
    }

    private void arrive(Turn turn, Runner runner) {
        if (!runner.attempted().isConcluded()) {
            turn.runner(null);
            active.remove(runner);
            Function<Outcome, Optional<Instant>> retry =
                    outcome -> retryAt(runner.attempted().occasion(), outcome);
            settler.conclude(turn, runner, retry)
                    .ifPresent(
                            at -> postpone(turn, runner.attempted().occasion().again(), at, true));
            startWaiting();
        }
    }

    private Optional<Instant> retryAt(Occasion occasion, Outcome outcome) {
        boolean again = outcome instanceof Outcome.Failed
                && occasion.attempt() <= occasion.policy().retries()
                && turns.of(occasion.job()).waiting().isEmpty();
        return again
                ? Optional.of(parts.clock().now().plus(occasion.policy().backoffAfter(occasion.attempt())))
                : Optional.empty();
    }

    private void startWaiting() {
        for (Turn turn : turns.all()) {
            if (turn.postponed() == null && !turn.waiting().isEmpty() && !turns.isBlocked(turn, settler::haunts)) {
                Occasion next = turn.waiting().remove();
                if (turn.isPaused()) {
                    settler.skip(turn, next, "it is paused after " + turn.failures() + " failures in a row");
                } else {
                    afford(turn, next);
                }
            }
        }
    }

    private void cancel(Turn turn, Runner runner, String reason) {
        Run run = runner.attempted();
        if (run.settle(new Settlement.Cancelled(run.took(), reason))) {
            runner.stop();
            handedOver.add(runner);
        } else if (!parts.timing().commitsOnLane()) {
            // it is done on the machine, but not yet on the market clock
            run.replace(new Settlement.Cancelled(run.took(), reason));
            arrive(turn, runner);
        }
    }

    /** Cancels what runs just now, from any thread, also while the strategy's own waits for it. */
    public void cancelRunning(String reason) {
        for (Runner runner : active) {
            Run run = runner.attempted();
            if (run.settle(new Settlement.Cancelled(run.took(), reason))) {
                runner.stop();
                handOver(runner);
            }
        }
    }

    /** Cancels what runs and drops what waits. */
    public void cancelAll(String reason) {
        for (Turn turn : turns.all()) {
            replaceWaiting(turn, reason);
            Runner runner = turn.runner();
            if (runner != null) {
                cancel(turn, runner, reason);
            }
        }
        drain();
    }

    /** Drops what waits and lets go of the threads of what runs; call it after {@link #cancelAll}. */
    public void abandonAll() {
        settler.haunting().forEach(parts.lane()::abandon);
    }

    /** Drops what waits; what runs goes on. */
    public void finishRunning(String reason) {
        turns.all().forEach(turn -> replaceWaiting(turn, reason));
    }

    /** Whether a result is still to come in, runs whose threads do not end not counted. */
    public boolean isRunning() {
        return turns.isRunning();
    }

    /**
     * Lets a training that is paused run again from its next occasion on.
     *
     * @throws IllegalArgumentException if there is no training of that name
     */
    public void resume(String training) {
        Turn turn = turns.named(training);
        journal.resumed(parts.clock().now(), training);
        turn.resume();
    }

    /** Where each training stands, but for when its schedules want it next, which they know. */
    public List<TrainingStatus> status() {
        return turns.status();
    }
}
