package io.trainyard.schedule.proof;

import io.trainyard.Tier;
import io.trainyard.schedule.LeakyBucket;
import io.trainyard.schedule.LeakyBucket.Verdict;
import io.trainyard.schedule.Words;
import io.trainyard.schedule.proof.Affordability.Affordable;
import io.trainyard.schedule.proof.Affordability.Exceeded;
import io.trainyard.schedule.proof.Finding.Code;
import io.trainyard.schedule.proof.Occasions.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Pours every run into the bucket, each with its limit. The bucket is never fuller than so: a run that ends early gives
 * the rest back. A higher limit never lowers the level, so that the largest limit that fits is found by halving.
 */
final class BudgetProof {

    private final TrainingPlan plan;
    private final List<Occasion> all;
    /** Those of trainings that the bucket can hold at all. */
    private final List<Occasion> occasions;

    private final ZoneId[] zones;
    private final Duration[] limits;
    private final List<Finding> findings = new ArrayList<>();
    private final Affordability affordability;

    private BudgetProof(TrainingPlan plan, Occasions occasions) {
        this.plan = plan;
        int size = plan.trainings().size();
        this.limits = plan.trainings().stream().map(PlannedTraining::limit).toArray(Duration[]::new);
        this.zones = new ZoneId[size];
        boolean[] tooLong = new boolean[size];
        for (int i = 0; i < size; i++) {
            zones[i] = Moments.zone(plan.trainings().get(i).schedules());
            tooLong[i] = limits[i].compareTo(plan.budget().capacity()) > 0;
            if (tooLong[i]) {
                findings.add(aboveCapacity(plan.trainings().get(i)));
            }
        }
        this.all = occasions.all();
        this.occasions = findings.isEmpty()
                ? occasions.all()
                : occasions.all().stream()
                        .filter(occasion -> !tooLong[occasion.training()])
                        .toList();
        this.affordability = prove();
        if (affordability instanceof Exceeded exceeded) {
            findings.add(exceeded(exceeded));
        }
    }

    static BudgetProof of(TrainingPlan plan, Occasions occasions) {
        return new BudgetProof(plan, occasions);
    }

    Affordability affordability() {
        return affordability;
    }

    List<Finding> findings() {
        return findings;
    }

    private Affordability prove() {
        LeakyBucket bucket = plan.budget().bucket(plan.deployedAt());
        Duration highest = Duration.ZERO;
        Instant at = null;
        int first = -1;
        Duration level = Duration.ZERO;
        List<Instant> refused = new ArrayList<>();
        for (Occasion occasion : occasions) {
            Verdict verdict = bucket.pour(limits[occasion.training()], occasion.at());
            if (verdict instanceof Verdict.Granted granted) {
                bucket = granted.bucket();
                Duration now = bucket.level(occasion.at());
                if (now.compareTo(highest) > 0) {
                    highest = now;
                    at = occasion.at();
                }
            } else {
                if (first < 0) {
                    first = occasion.training();
                    level = bucket.level(occasion.at());
                }
                refused.add(occasion.at());
                if (refused.size() == Finding.NAMED) {
                    break;
                }
            }
        }
        if (first < 0) {
            return new Affordable(highest, Optional.ofNullable(at));
        }
        int culprit = first;
        return new Exceeded(
                plan.trainings().get(culprit).name(),
                level,
                refused,
                longest(limits[culprit], limit -> {
                    Duration[] changed = limits.clone();
                    changed[culprit] = limit;
                    return changed;
                }),
                longest(
                        longestLimit(),
                        limit -> Arrays.stream(limits)
                                .map(own -> own.compareTo(limit) > 0 ? limit : own)
                                .toArray(Duration[]::new)),
                smallestTier());
    }

    private Duration longestLimit() {
        return occasions.stream()
                .mapToInt(Occasion::training)
                .distinct()
                .mapToObj(training -> limits[training])
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private interface Change {
        Duration[] limits(Duration limit);
    }

    /** The longest limit below {@code tooLong}, in whole seconds, with which all fits. */
    private Optional<Duration> longest(Duration tooLong, Change change) {
        long fits = 0;
        long fails = tooLong.toSeconds() + (tooLong.toNanosPart() == 0 ? 0 : 1);
        while (fails - fits > 1) {
            long middle = (fits + fails) / 2;
            if (fits(occasions, plan.budget(), change.limits(Duration.ofSeconds(middle)))) {
                fits = middle;
            } else {
                fails = middle;
            }
        }
        return fits == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(fits));
    }

    private Optional<Tier> smallestTier() {
        return Arrays.stream(Tier.values())
                .filter(tier -> fits(all, Budget.of(tier), limits))
                .findFirst();
    }

    private boolean fits(List<Occasion> runs, Budget budget, Duration[] costs) {
        LeakyBucket bucket = budget.bucket(plan.deployedAt());
        for (Occasion occasion : runs) {
            if (!(bucket.pour(costs[occasion.training()], occasion.at()) instanceof Verdict.Granted granted)) {
                return false;
            }
            bucket = granted.bucket();
        }
        return true;
    }

    private Finding aboveCapacity(PlannedTraining training) {
        Optional<Tier> tier = Arrays.stream(Tier.values())
                .filter(candidate ->
                        Duration.ofMinutes(candidate.capacityMinutes()).compareTo(training.limit()) >= 0)
                .findFirst();
        return new Finding(
                Code.LIMIT_ABOVE_CAPACITY,
                training.name(),
                OptionalInt.empty(),
                List.of(),
                "every run of " + training.name() + " would be refused: its limit of " + Words.length(training.limit())
                        + " is more than the budget ever holds",
                "the budget is " + plan.budget() + ", and a run reserves its limit before it starts",
                "a limit of at most " + Words.length(plan.budget().capacity())
                        + tier.map(fitting -> ", or the tier of " + fitting.memoryMegabytes() + " MB")
                                .orElse(""));
    }

    private Finding exceeded(Exceeded exceeded) {
        int index = 0;
        while (!plan.trainings().get(index).name().equals(exceeded.training())) {
            index++;
        }
        Instant at = exceeded.refused().get(0);
        return new Finding(
                Code.BUDGET_EXCEEDED,
                exceeded.training(),
                OptionalInt.empty(),
                exceeded.refused(),
                "the run of " + exceeded.training() + " on " + Moments.words(at, zones[index]) + " would be refused",
                "it reserves " + Words.length(limits[index]) + ", and "
                        + wholeSeconds(exceeded.level())
                        + " are in use by then if every run takes its limit; the budget is "
                        + plan.budget(),
                fix(exceeded));
    }

    private static String fix(Exceeded exceeded) {
        List<String> fixes = new ArrayList<>();
        exceeded.largestLimit()
                .ifPresent(limit ->
                        fixes.add("a limit of at most " + Words.length(limit) + " for " + exceeded.training()));
        exceeded.largestForAll()
                .filter(limit -> !exceeded.largestLimit().equals(Optional.of(limit)))
                .ifPresent(limit -> fixes.add("a limit of at most " + Words.length(limit) + " for each training"));
        exceeded.smallestTier().ifPresent(tier -> fixes.add("the tier of " + tier.memoryMegabytes() + " MB"));
        return fixes.isEmpty() ? "train less often" : String.join(", or ", fixes);
    }

    private static String wholeSeconds(Duration level) {
        Duration up = level.toNanosPart() == 0 ? level : Duration.ofSeconds(level.toSeconds() + 1);
        return up.isZero() ? "0 seconds" : Words.length(up);
    }
}
