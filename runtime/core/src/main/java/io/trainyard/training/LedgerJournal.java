package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import io.trainyard.training.ledger.BudgetMark;
import io.trainyard.training.ledger.RunEnd;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes to a ledger, which remembers beyond the process. Where the market waits for trainings, it waits for the disk, too, and
 * all comes at the same place as in a backtest; beside the market nobody waits.
 */
final class LedgerJournal implements RunJournal {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerJournal.class);

    private final RunLedger ledger;
    private final String strategy;
    private final String budgetName;
    private final TrainingBudget budget;
    private final LongSupplier slices;
    private final boolean waits;

    LedgerJournal(RunLedger ledger, TrainerParts parts, String budgetName, LongSupplier slices) {
        this.ledger = ledger;
        this.strategy = parts.strategy();
        this.budgetName = budgetName;
        this.budget = parts.budget();
        this.slices = slices;
        this.waits = !parts.timing().commitsOnLane();
    }

    @Override
    public OptionalLong claim(Instant now, String training, Instant due) {
        return ledger.claimLater(now, strategy, training, due);
    }

    private CompletableFuture<Void> write(Instant now, RunEvent event) {
        return write(now, List.of(event));
    }

    private CompletableFuture<Void> write(Instant now, List<RunEvent> events) {
        try {
            CompletableFuture<Void> written = ledger.appendLater(now, events);
            if (waits) {
                written.handle((done, failure) -> failure == null).join();
            }
            return written;
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    @Override
    public CompletableFuture<Void> refused(Instant now, long run, String reason) {
        return write(now, new RunEvent.Refused(strategy, run, reason));
    }

    @Override
    public CompletableFuture<Void> skipped(Instant now, long run, String reason) {
        return write(now, new RunEvent.Skipped(strategy, run, reason));
    }

    @Override
    public CompletableFuture<Void> deferred(Instant now, long run, Instant until, String reason) {
        return write(now, new RunEvent.Deferred(strategy, run, until, reason));
    }

    @Override
    public CompletableFuture<Void> started(Instant now, long run, int attempt, Duration reserved) {
        synchronized (budget) {
            return write(now, new RunEvent.Started(strategy, run, attempt, reserved, mark(now)));
        }
    }

    @Override
    public CompletableFuture<Void> ended(
            Instant now,
            long run,
            int attempt,
            Outcome outcome,
            @Nullable Instant retryAt,
            List<ModelVersion> published) {
        List<RunEvent> events = new ArrayList<>();
        for (ModelVersion version : published) {
            events.add(published(run, version));
        }
        synchronized (budget) {
            events.add(new RunEvent.Ended(
                    strategy, run, attempt, end(outcome), took(outcome), reason(outcome), retryAt, mark(now)));
            return write(now, events);
        }
    }

    /** Called under the lock of the budget, so that the marks of one that is shared are in the order in which it changed. */
    private BudgetMark mark(Instant now) {
        return new BudgetMark(budgetName, budget.level(now), now);
    }

    private static RunEnd end(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded) {
            return RunEnd.SUCCEEDED;
        }
        if (outcome instanceof Outcome.NotPromoted) {
            return RunEnd.NOT_PROMOTED;
        }
        if (outcome instanceof Outcome.OverLimit) {
            return RunEnd.TIMED_OUT;
        }
        return outcome instanceof Outcome.Cancelled ? RunEnd.CANCELLED : RunEnd.FAILED;
    }

    private static Duration took(Outcome outcome) {
        if (outcome instanceof Outcome.Succeeded succeeded) {
            return succeeded.took();
        }
        if (outcome instanceof Outcome.NotPromoted held) {
            return held.took();
        }
        if (outcome instanceof Outcome.Failed failed) {
            return failed.took();
        }
        if (outcome instanceof Outcome.OverLimit over) {
            return over.took();
        }
        return outcome instanceof Outcome.Cancelled cancelled ? cancelled.took() : Duration.ZERO;
    }

    private static String reason(Outcome outcome) {
        if (outcome instanceof Outcome.NotPromoted held) {
            return held.reason();
        }
        if (outcome instanceof Outcome.Failed failed) {
            return failed.reason();
        }
        if (outcome instanceof Outcome.OverLimit over) {
            return over.reason();
        }
        return outcome instanceof Outcome.Cancelled cancelled ? cancelled.reason() : "";
    }

    @Override
    public void committed(Instant now, long run, ModelVersion version) {
        ledger.append(
                now, new RunEvent.Committed(strategy, run, version.key(), version.number(), version.candidate()));
    }

    @Override
    public CompletableFuture<Void> refreshed(Instant now, ModelVersion version) {
        return write(now, published(0, version));
    }

    private RunEvent published(long run, ModelVersion version) {
        return new RunEvent.Published(strategy, run, version.key(), version.number(), place());
    }

    @Override
    public long place() {
        return slices.getAsLong();
    }

    @Override
    public void placed(Instant now, long run, ModelVersion version) {
        RunEvent event = new RunEvent.Placed(strategy, run, version.key(), version.number(), place());
        CompletableFuture<Void> unused = write(now, event).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.error("{}: where {} came into its field cannot be written down", strategy, version, failure);
            }
        });
    }

    @Override
    public CompletableFuture<Void> paused(Instant now, String training, String reason) {
        return write(now, new RunEvent.Paused(strategy, training, reason));
    }

    @Override
    public CompletableFuture<Void> resumed(Instant now, String training) {
        return write(now, new RunEvent.Resumed(strategy, training));
    }
}
