package io.trainyard.training;

import io.trainyard.schedule.Trigger;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.training.ledger.OpenRun;
import io.trainyard.training.ledger.Recovered;
import io.trainyard.training.ledger.Recovered.OfKey;
import io.trainyard.training.ledger.Recovered.OfStrategy;
import io.trainyard.training.ledger.RunEnd;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy takes over from a process that is gone, in the order that leaves nothing twice: runs that were at work are
 * closed, and only then is the strategy deployed again; after that, what waited or was missed has its turn.
 */
public final class Recovery {

    private final RunLedger ledger;
    private final String strategy;
    private final Optional<OfStrategy> known;
    private final boolean same;

    private Recovery(RunLedger ledger, String strategy, Optional<OfStrategy> known, boolean same) {
        this.ledger = ledger;
        this.strategy = strategy;
        this.known = known;
        this.same = same;
    }

    /**
     * Closes what an earlier process left open, and writes down that the strategy is deployed.
     *
     * @param fingerprint tells one declaration of the strategy from another
     */
    public static Recovery of(
            RunLedger ledger,
            String strategy,
            String fingerprint,
            List<TrainingJob> jobs,
            StoreBackend store,
            Instant now) {
        ledger.recover().strategy(strategy).ifPresent(before -> noteCommits(ledger, before, jobs, store, now));
        Optional<OfStrategy> known = ledger.recover().strategy(strategy);
        known.ifPresent(before -> close(ledger, before, jobs, now));
        Optional<OfStrategy> closed = ledger.recover().strategy(strategy);
        boolean same = closed.filter(before -> before.fingerprint().equals(fingerprint))
                .isPresent();
        ledger.append(now, new RunEvent.Deployed(strategy, fingerprint));
        return new Recovery(ledger, strategy, closed, same);
    }

    /** A death of the process is a failure like another: a run that is tried again after one is tried again after this one. */
    private static void close(RunLedger ledger, OfStrategy before, List<TrainingJob> jobs, Instant now) {
        Map<Long, String> trainings = new HashMap<>();
        before.open().forEach(run -> trainings.put(run.run(), run.training()));
        for (RunEvent event : before.closing()) {
            RunEvent closing = event;
            if (event instanceof RunEvent.Ended ended && ended.end() == RunEnd.CRASHED) {
                closing = job(jobs, trainings.get(ended.run()))
                        .map(job -> job.definition().policy())
                        .filter(policy -> ended.attempt() <= policy.retries())
                        .<RunEvent>map(policy -> ended.retriedAt(now.plus(policy.backoffAfter(ended.attempt()))))
                        .orElse(event);
            }
            ledger.append(now, closing);
        }
    }

    private static Optional<TrainingJob> job(List<TrainingJob> jobs, @Nullable String training) {
        return jobs.stream()
                .filter(job -> job.definition().name().equals(training))
                .findFirst();
    }

    /** The process may have died between the commit to the store and that to the ledger. */
    private static void noteCommits(
            RunLedger ledger, OfStrategy before, List<TrainingJob> jobs, StoreBackend store, Instant now) {
        for (OpenRun run : before.open()) {
            if (run.stage() == OpenRun.Stage.RUNNING) {
                job(jobs, run.training()).ifPresent(job -> {
                    for (ModelSlot<?> slot : job.slots()) {
                        madeBy(run, before, slot.key(), store)
                                .ifPresent(version -> ledger.append(now, committed(before, run, version)));
                    }
                });
            }
        }
    }

    private static RunEvent committed(OfStrategy of, OpenRun run, ModelVersion version) {
        return new RunEvent.Committed(of.name(), run.run(), version.key(), version.number(), version.candidate());
    }

    /** What a run has committed that the ledger does not know of. */
    private static Optional<ModelVersion> madeBy(OpenRun run, OfStrategy before, String key, StoreBackend store) {
        long known = before.version(key).map(OfKey::committed).orElse(0L);
        String id = TrainingRun.id(before.name(), run.run(), run.attempt());
        return store.versions(ObjectKey.of(key)).stream()
                .filter(version -> version.number() > known)
                .filter(version -> version.birth().trainedBy() != null
                        && id.equals(version.birth().trainedBy().run()))
                .reduce((one, later) -> later);
    }

    /** Whether the same declaration was deployed before, so that its trainings at deployment have had their turn. */
    public boolean isContinuation() {
        return same;
    }

    /** The budget as it was left, leaking ever since; a new one where none is known. */
    public static TrainingBudget budget(RunLedger ledger, String name, TrainingQuota quota, Instant now) {
        return ledger.recover()
                .budget(name)
                .map(mark -> new TrainingBudget(quota, mark.asOf(), mark.level()))
                .orElseGet(() -> new TrainingBudget(quota, now));
    }

    /** Writes down that a restored version is in place. */
    public void restored(ModelVersion version, Instant now) {
        ledger.append(now, new RunEvent.Published(strategy, 0, version.key(), version.number(), 0));
    }

    /** Gives what waited, and what was missed as its misfire policy says, its turn. */
    public void makeUp(Trainer trainer, List<TrainingJob> jobs, Instant now) {
        if (known.isEmpty()) {
            return;
        }
        for (OpenRun run : known.get().open()) {
            job(jobs, run.training())
                    .ifPresentOrElse(
                            job -> trainer.takeOver(job, run),
                            () -> ledger.append(
                                    now,
                                    new RunEvent.Skipped(strategy, run.run(), "there is no such training any more")));
        }
        jobs.forEach(job -> makeUp(trainer, job, known.get(), now));
    }

    private void makeUp(Trainer trainer, TrainingJob job, OfStrategy before, Instant now) {
        Recovered.OfTraining training =
                before.training(job.definition().name()).orElseGet(() -> new Recovered.OfTraining(List.of(), 0, null));
        trainer.takeOver(job, training.failures(), training.paused() != null || pauses(job, training, now));
        Instant handled = training.handledBy(now, before.deployedAt());
        TreeSet<Instant> missed = new TreeSet<>();
        for (Trigger trigger : job.definition().triggers()) {
            missed.addAll(trigger.misfires().toMakeUp(trigger.schedule().boundAt(before.deployedAt()), handled, now));
        }
        missed.forEach(due -> trainer.train(job, due));
    }

    /** A training that kills its process is paused, too, after as many failures as are allowed. */
    private boolean pauses(TrainingJob job, Recovered.OfTraining training, Instant now) {
        int most = job.definition().policy().pauseAfter();
        boolean pauses = most > 0 && training.failures() >= most;
        if (pauses) {
            String reason = training.failures() + " failures in a row, the last of them the death of its process";
            ledger.append(now, new RunEvent.Paused(strategy, job.definition().name(), reason));
        }
        return pauses;
    }
}
