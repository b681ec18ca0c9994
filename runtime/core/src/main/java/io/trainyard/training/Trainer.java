package io.trainyard.training;

import io.trainyard.schedule.LeakyBucket.Verdict;
import io.trainyard.store.ModelVersion;
import io.trainyard.time.MarketClock;
import io.trainyard.time.Stopwatch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Runs trainings: affords them, runs them on a lane, stores and publishes their results, and writes down what became of
 * them. Nothing that a training does gets out of here as an exception.
 */
public final class Trainer {

    private final MarketClock clock;
    private final Stopwatch stopwatch;
    private final Lane lane;
    private final TrainingBudget budget;
    private final ModelKeeper keeper;
    private final RunLedger ledger;
    private final Consumer<TrainingRun> listener;

    /** A trainer that tells {@code listener} of every run, after its result is in place. */
    public Trainer(
            MarketClock clock,
            Stopwatch stopwatch,
            Lane lane,
            TrainingBudget budget,
            ModelKeeper keeper,
            RunLedger ledger,
            Consumer<TrainingRun> listener) {
        this.clock = clock;
        this.stopwatch = stopwatch;
        this.lane = lane;
        this.budget = budget;
        this.keeper = keeper;
        this.ledger = ledger;
        this.listener = listener;
    }

    /** Runs a job that is due, if the budget affords it. */
    public void train(TrainingJob job, Instant due) {
        Verdict verdict = budget.reserve(job.definition().limit(), clock.now());
        if (verdict instanceof Verdict.Granted) {
            lane.run(() -> settle(job, due, run(job)));
        } else if (verdict instanceof Verdict.Deferred deferred) {
            settle(job, due, new Outcome.Refused(refusal(job) + "; there is room again at " + deferred.until()));
        } else if (verdict instanceof Verdict.Denied denied) {
            settle(job, due, new Outcome.Refused(denied.reason()));
        }
    }

    private String refusal(TrainingJob job) {
        return "the training budget has " + words(budget.level(clock.now())) + " of "
                + words(budget.quota().capacity()) + " in use, and a run reserves "
                + words(job.definition().limit());
    }

    private static String words(Duration duration) {
        return duration.toString().substring(2).toLowerCase(java.util.Locale.ROOT);
    }

    private Outcome run(TrainingJob job) {
        Duration start = stopwatch.elapsed();
        List<ModelVersion> versions = List.of();
        Exception failure = null;
        try {
            versions = attempt(job, start);
        } catch (Exception e) {
            failure = e;
        } catch (InternalError | UnknownError e) {
            throw e; // the virtual machine itself is failing
        } catch (Error e) {
            // a model too large for the heap too: what was allocated for it is free again
            failure = new IllegalStateException(e);
        }
        if (failure instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        Duration took = stopwatch.elapsed().minus(start);
        budget.settle(job.definition().limit(), took, clock.now());
        return failure == null ? new Outcome.Succeeded(took, versions) : new Outcome.Failed(took, failure);
    }

    private List<ModelVersion> attempt(TrainingJob job, Duration start) throws Exception {
        if (job instanceof TrainingJob.Returning<?> returning) {
            return List.of(fill(returning, start));
        }
        return write((TrainingJob.Writing) job, start);
    }

    private <T> ModelVersion fill(TrainingJob.Returning<T> job, Duration start) throws Exception {
        T value = job.method().call();
        if (value == null) {
            throw new IllegalStateException(
                    job.definition().name() + " returned null: return the model, or throw to keep the old one");
        }
        Duration took = stopwatch.elapsed().minus(start);
        ModelVersion version = keeper.store(job.slot(), value, job.definition().name(), took);
        ModelKeeper.publish(job.slot(), value, version);
        return version;
    }

    private List<ModelVersion> write(TrainingJob.Writing job, Duration start) throws Exception {
        job.slots().forEach(slot -> slot.cell().become(ModelState.TRAINING));
        try {
            job.method().run();
            Duration took = stopwatch.elapsed().minus(start);
            List<ModelVersion> versions = new ArrayList<>();
            for (ModelSlot<?> slot : job.slots()) {
                versions.add(keep(slot, job.definition().name(), took));
            }
            for (int i = 0; i < versions.size(); i++) {
                job.slots().get(i).cell().become(ModelState.READY, versions.get(i));
            }
            return versions;
        } finally {
            for (ModelSlot<?> slot : job.slots()) {
                if (slot.cell().state() == ModelState.TRAINING) {
                    slot.cell().become(ModelState.FAILED);
                }
            }
        }
    }

    private <T> ModelVersion keep(ModelSlot<T> slot, String training, Duration took) {
        T value = slot.reader().get();
        if (value == null) {
            throw new IllegalStateException(training + " left the field of " + slot.key()
                    + " null: write the model into it, or throw to say that there is none");
        }
        return keeper.store(slot, value, training, took);
    }

    private void settle(TrainingJob job, Instant due, Outcome outcome) {
        TrainingRun run = new TrainingRun(ledger.nextNumber(), job.definition().name(), due, outcome);
        ledger.add(run);
        listener.accept(run);
    }
}
