package io.trainyard.training;

import io.trainyard.training.Turn.Postponed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs from the occasion that has its turn to the end: afforded, written down, handed to a lane, taken in, tried again. For the
 * strategy's thread, where not said.
 */
final class Flights {

    private static final Logger LOG = LoggerFactory.getLogger(Flights.class);

    private final TrainerParts parts;
    private final Announcer announcer;
    private final RunJournal journal;
    private final Settler settler;
    private final Timeline timeline;
    private final Turns turns;
    private final Handover handover;
    private final Affordability affordability;
    private final Set<Runner> active = ConcurrentHashMap.newKeySet();

    Flights(
            TrainerParts parts,
            Announcer announcer,
            RunJournal journal,
            Settler settler,
            Timeline timeline,
            Turns turns,
            Handover handover) {
        this.parts = parts;
        this.announcer = announcer;
        this.journal = journal;
        this.settler = settler;
        this.timeline = timeline;
        this.turns = turns;
        this.handover = handover;
        this.affordability = new Affordability(parts.budget());
    }

    /** One flight a model: what fills the same field as another run waits for it. */
    void waitOrStart(Turn turn, Occasion occasion) {
        if (turns.isBlocked(turn, settler::haunts)) {
            turn.waiting().addFirst(occasion);
        } else {
            afford(turn, occasion);
        }
    }

    private void afford(Turn turn, Occasion occasion) {
        Instant now = parts.clock().now();
        Affordability.Answer answer;
        CompletableFuture<Void> written = null;
        synchronized (parts.budget()) { // no other run of a shared budget may come between the reservation and its mark
            answer = affordability.ask(occasion.policy(), now);
            if (answer instanceof Affordability.Run run) {
                written = journal.started(now, occasion.number(), occasion.attempt(), run.limit());
            } else if (answer instanceof Affordability.Later later) {
                written = journal.deferred(now, occasion.number(), later.at(), later.reason());
            }
        }
        if (answer instanceof Affordability.Never never) {
            settler.refuse(turn, occasion, never.reason());
        } else if (written != null && answer instanceof Affordability.Run run) {
            start(turn, occasion, run.limit(), written);
        } else if (written != null && answer instanceof Affordability.Later later) {
            handover.when(written, failure -> noteWait(occasion, later, failure));
            postpone(turn, occasion, later.at(), false);
        }
    }

    private void noteWait(Occasion occasion, Affordability.Later later, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.error("that {} waits cannot be written down", occasion.id(parts.strategy()), failure);
        }
        announcer.waits(occasion, later.at(), later.reason());
    }

    /** What runs just now; for any thread. */
    List<RunningTraining> running() {
        return active.stream().map(runner -> runner.attempted().running()).toList();
    }

    void postpone(Turn turn, Occasion occasion, Instant until, boolean retry) {
        Timeline.Entry entry = timeline.add(until, () -> {
            turn.postponed(null);
            waitOrStart(turn, occasion);
        });
        turn.postponed(new Postponed(occasion, entry, retry));
    }

    private void start(Turn turn, Occasion occasion, Duration limit, CompletableFuture<Void> written) {
        Run run = settler.open(occasion, limit);
        Runner[] self = new Runner[1];
        Runner runner = new Runner(run, parts, journal, () -> handover.add(() -> take(self[0])));
        self[0] = runner;
        turn.runner(runner);
        active.add(runner);
        handover.when(written, failure -> begin(turn, runner, failure));
    }

    /** It is durable that it begins, or it is not going to be. */
    private void begin(Turn turn, Runner runner, @Nullable Throwable failure) {
        Run run = runner.attempted();
        if (run.isConcluded()) {
            return;
        }
        if (failure != null) {
            run.conclude();
            turn.runner(null);
            active.remove(runner);
            parts.budget().settle(run.limit(), Duration.ZERO, parts.clock().now());
            settler.refuse(turn, run.occasion(), "its start cannot be written down: " + failure.getMessage());
            startWaiting();
        } else if (run.settlement() == null) {
            settler.started(turn, run);
            parts.lane().run(runner);
            handover.drain();
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
        Run run = runner.attempted();
        if (!run.isConcluded()) {
            active.remove(runner);
            settler.conclude(turn, runner, outcome -> retryAt(run.occasion(), outcome), again -> {
                again.ifPresent(at -> postpone(turn, run.occasion().again(), at, true));
                startWaiting();
            });
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

    void startWaiting() {
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

    /** Cancels a run; what comes of it comes with the next {@link Handover#drain}. */
    void cancel(Turn turn, Runner runner, String reason) {
        Run run = runner.attempted();
        if (run.settle(new Settlement.Cancelled(run.took(), reason))) {
            runner.stop();
            handover.addForCaller(() -> take(runner));
        } else if (!parts.timing().commitsOnLane()) {
            // it is done on the machine, but not yet on the market clock
            run.replace(new Settlement.Cancelled(run.took(), reason));
            arrive(turn, runner);
        }
    }

    /** Cancels what runs just now, from any thread, also while the strategy's own waits for it. */
    void cancelRunning(String reason) {
        for (Runner runner : active) {
            Run run = runner.attempted();
            if (run.settle(new Settlement.Cancelled(run.took(), reason))) {
                runner.stop();
                handover.add(() -> take(runner));
            }
        }
    }
}
