package io.trainyard.training;

import io.trainyard.Unaffordable;
import io.trainyard.schedule.LeakyBucket.Verdict;
import java.time.Duration;
import java.time.Instant;

/** Asks the budget for a run as its policy wants it. */
final class Affordability {

    /** A run that is shortened keeps at least this part of its limit. */
    private static final int LEAST_PART = 10;

    private final TrainingBudget budget;

    Affordability(TrainingBudget budget) {
        this.budget = budget;
    }

    Answer ask(RunPolicy policy, Instant now) {
        if (policy.unaffordable() == Unaffordable.SHORTEN) {
            Duration least = policy.limit().dividedBy(LEAST_PART);
            Duration reserved = budget.reserveUpTo(policy.limit(), least, now);
            return reserved.isZero()
                    ? new Never(refusal(policy.limit(), now) + ", or a tenth of it where it is shortened")
                    : new Run(reserved);
        }
        Verdict verdict = budget.reserve(policy.limit(), now);
        if (verdict instanceof Verdict.Granted) {
            return new Run(policy.limit());
        }
        if (verdict instanceof Verdict.Deferred deferred) {
            return policy.unaffordable() == Unaffordable.DEFER
                    ? new Later(deferred.until(), refusal(policy.limit(), now))
                    : new Never(refusal(policy.limit(), now) + "; there is room again at " + deferred.until());
        }
        return new Never(((Verdict.Denied) verdict).reason());
    }

    private String refusal(Duration limit, Instant now) {
        return "the training budget has " + Durations.words(budget.level(now)) + " of "
                + Durations.words(budget.quota().capacity()) + " in use, and a run reserves " + Durations.words(limit);
    }

    /** What becomes of an occasion. */
    sealed interface Answer {}

    /** It runs, within this limit, which is reserved. */
    record Run(Duration limit) implements Answer {}

    /** It is tried again then. */
    record Later(Instant at, String reason) implements Answer {}

    /** It does not run. */
    record Never(String reason) implements Answer {}
}
