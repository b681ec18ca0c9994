package io.trainyard.training;

import io.trainyard.schedule.Trigger;
import io.trainyard.store.ModelVersion;
import io.trainyard.store.ObjectKey;
import io.trainyard.store.StoreBackend;
import io.trainyard.training.ledger.OpenRun;
import io.trainyard.training.ledger.Recovered;
import io.trainyard.training.ledger.Recovered.OfKey;
import io.trainyard.training.ledger.Recovered.OfStrategy;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

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
        known.ifPresent(before -> before.closing().forEach(event -> ledger.append(now, event)));
        Optional<OfStrategy> closed = ledger.recover().strategy(strategy);
        boolean same = closed.filter(before -> before.fingerprint().equals(fingerprint))
                .isPresent();
        ledger.append(now, new RunEvent.Deployed(strategy, fingerprint));
        return new Recovery(ledger, strategy, closed, same);
    }

    /** The process may have died between the commit to the store and that to the ledger. */
    private static void noteCommits(
            RunLedger ledger, OfStrategy before, List<TrainingJob> jobs, StoreBackend store, Instant now) {
        for (OpenRun run : before.open()) {
            if (run.stage() != OpenRun.Stage.RUNNING) {
                continue;
            }
            for (TrainingJob job : jobs) {
                if (job.definition().name().equals(run.training())) {
                    job.slots()
                            .forEach(slot -> newest(store, slot.key())
                                    .filter(version -> version.number()
                                            > before.version(slot.key())
                                                    .map(OfKey::committed)
                                                    .orElse(0L))
                                    .ifPresent(version -> ledger.append(
                                            now,
                                            new RunEvent.Committed(
                                                    before.name(), run.run(), slot.key(), version.number()))));
                }
            }
        }
    }

    private static Optional<ModelVersion> newest(StoreBackend store, String key) {
        List<ModelVersion> versions = store.versions(ObjectKey.of(key));
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
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
            jobs.stream()
                    .filter(job -> job.definition().name().equals(run.training()))
                    .findFirst()
                    .ifPresentOrElse(
                            job -> trainer.takeOver(job, run),
                            () -> ledger.append(
                                    now,
                                    new RunEvent.Skipped(strategy, run.run(), "there is no such training any more")));
        }
        jobs.forEach(job -> makeUp(trainer, job, known.get(), now));
    }

    private static void makeUp(Trainer trainer, TrainingJob job, OfStrategy before, Instant now) {
        Recovered.OfTraining training =
                before.training(job.definition().name()).orElseGet(() -> new Recovered.OfTraining(List.of(), 0, null));
        trainer.takeOver(job, training.failures(), training.paused() != null);
        Instant handled = training.handledBy(now, before.deployedAt());
        TreeSet<Instant> missed = new TreeSet<>();
        for (Trigger trigger : job.definition().triggers()) {
            missed.addAll(trigger.misfires().toMakeUp(trigger.schedule().boundAt(before.deployedAt()), handled, now));
        }
        missed.forEach(due -> trainer.train(job, due));
    }
}
