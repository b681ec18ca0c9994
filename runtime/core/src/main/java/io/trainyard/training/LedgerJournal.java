package io.trainyard.training;

import io.trainyard.store.ModelVersion;
import io.trainyard.training.ledger.BudgetMark;
import io.trainyard.training.ledger.RunEnd;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Writes to a ledger, which remembers beyond the process. */
final class LedgerJournal implements RunJournal {

    private final RunLedger ledger;
    private final String strategy;
    private final String budgetName;
    private final TrainingBudget budget;
    private final LongSupplier slices;

    LedgerJournal(RunLedger ledger, String strategy, String budgetName, TrainingBudget budget, LongSupplier slices) {
        this.ledger = ledger;
        this.strategy = strategy;
        this.budgetName = budgetName;
        this.budget = budget;
        this.slices = slices;
    }

    @Override
    public OptionalLong claim(Instant now, String training, Instant due) {
        return ledger.claim(now, strategy, training, due);
    }

    @Override
    public void refused(Instant now, long run, String reason) {
        ledger.append(now, new RunEvent.Refused(strategy, run, reason));
    }

    @Override
    public void skipped(Instant now, long run, String reason) {
        ledger.append(now, new RunEvent.Skipped(strategy, run, reason));
    }

    @Override
    public void deferred(Instant now, long run, Instant until, String reason) {
        ledger.append(now, new RunEvent.Deferred(strategy, run, until, reason));
    }

    @Override
    public void started(Instant now, long run, int attempt, Duration reserved) {
        append(now, mark -> new RunEvent.Started(strategy, run, attempt, reserved, mark));
    }

    @Override
    public void ended(Instant now, long run, int attempt, Outcome outcome, @Nullable Instant retryAt) {
        append(
                now,
                mark -> new RunEvent.Ended(
                        strategy, run, attempt, end(outcome), took(outcome), reason(outcome), retryAt, mark));
    }

    /** Under the lock of the budget, so that the marks of one that is shared are in the order in which it changed. */
    private void append(Instant now, Function<BudgetMark, RunEvent> event) {
        synchronized (budget) {
            ledger.append(now, event.apply(new BudgetMark(budgetName, budget.level(now), now)));
        }
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
        ledger.append(now, new RunEvent.Committed(strategy, run, version.key(), version.number()));
    }

    @Override
    public void published(Instant now, long run, ModelVersion version) {
        ledger.append(now, new RunEvent.Published(strategy, run, version.key(), version.number(), slices.getAsLong()));
    }

    @Override
    public void paused(Instant now, String training, String reason) {
        ledger.append(now, new RunEvent.Paused(strategy, training, reason));
    }

    @Override
    public void resumed(Instant now, String training) {
        ledger.append(now, new RunEvent.Resumed(strategy, training));
    }
}
