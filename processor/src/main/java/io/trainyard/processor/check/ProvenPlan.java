package io.trainyard.processor.check;

import io.trainyard.Tier;
import io.trainyard.processor.model.Horizon;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.proof.Affordability.Exceeded;
import io.trainyard.schedule.proof.Budget;
import io.trainyard.schedule.proof.Finding;
import io.trainyard.schedule.proof.PlannedTraining;
import io.trainyard.schedule.proof.Proof;
import io.trainyard.schedule.proof.TrainingPlan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The trainings of a strategy, simulated. Where a training runs at deployment, the budget is proved for other deployments
 * of the coming month too, else an error would come and go with the day of the build. The worst deployments are those
 * right before another run is due: of what is poured in then nothing has leaked out.
 *
 * @param plan what was simulated
 * @param zone that of the strategy
 * @param findings what speaks against it
 * @param exceeded the budget's answer where it does not afford all
 */
record ProvenPlan(TrainingPlan plan, ZoneId zone, List<Finding> findings, Optional<Exceeded> exceeded) {

    /** How many days of deployment are looked at: a month has all of them. */
    private static final int MONTH = 31;

    /** How many deployments are tried. */
    private static final int DEPLOYMENTS = 64;

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    /** For how long a later deployment is looked at: by then the bucket has forgotten it. */
    private static final Duration AFTERMATH = Duration.ofDays(40);

    static ProvenPlan of(StrategyModel model, Horizon horizon) {
        ZoneId zone = model.zone();
        return of(
                new TrainingPlan(
                        model.plannedTrainings(),
                        Budget.of(model.tier()),
                        model.subscriptions().stream()
                                .map(subscription -> subscription.market().calendar())
                                .distinct()
                                .toList(),
                        horizon.deployedAt(zone),
                        horizon.until(zone)),
                zone);
    }

    private static ProvenPlan of(TrainingPlan plan, ZoneId zone) {
        Proof proof = Proof.of(plan);
        if (proof.affordability() instanceof Exceeded exceeded) {
            return new ProvenPlan(plan, zone, proof.findings(), Optional.of(exceeded));
        }
        for (Instant occasion : recurring(plan, zone)) {
            Instant deployedAt = occasion.minusNanos(1);
            Proof later = Proof.of(new TrainingPlan(
                    plan.trainings(), plan.budget(), List.of(), deployedAt, deployedAt.plus(AFTERMATH)));
            if (later.affordability() instanceof Exceeded exceeded) {
                Stream<Finding> refused = later.findings().stream()
                        .filter(finding -> finding.code() == Finding.Code.BUDGET_EXCEEDED)
                        .map(finding -> deployedBefore(occasion.atZone(zone), finding));
                return new ProvenPlan(
                        plan,
                        zone,
                        Stream.concat(proof.findings().stream(), refused).toList(),
                        Optional.of(exceeded));
            }
        }
        return new ProvenPlan(plan, zone, proof.findings(), Optional.empty());
    }

    /** The first instants at which something is due that is not due at deployment; none if nothing is due then. */
    private static List<Instant> recurring(TrainingPlan plan, ZoneId zone) {
        List<Schedule> all = plan.trainings().stream()
                .flatMap(training -> training.schedules().stream())
                .toList();
        if (all.stream().noneMatch(Schedule::dueAtDeployment)) {
            return List.of();
        }
        Instant from = plan.deployedAt();
        Instant until = LocalDate.ofInstant(from, zone)
                .plusDays(MONTH)
                .atStartOfDay(zone)
                .toInstant();
        return all.stream()
                .map(schedule -> schedule.boundAt(from))
                .flatMap(schedule -> stream(schedule.from(from, until)).limit(DEPLOYMENTS))
                .distinct()
                .sorted()
                .limit(DEPLOYMENTS)
                .toList();
    }

    private static Stream<Instant> stream(Iterator<Instant> instants) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(instants, Spliterator.ORDERED | Spliterator.NONNULL), false);
    }

    private static Finding deployedBefore(ZonedDateTime occasion, Finding finding) {
        return new Finding(
                finding.code(),
                finding.training(),
                finding.schedule(),
                finding.instants(),
                finding.what() + " if the strategy is deployed right before " + MINUTE.format(occasion),
                finding.why(),
                finding.fix());
    }

    /** The same with other schedules of one training. */
    ProvenPlan withSchedule(int training, int schedule, Schedule other) {
        PlannedTraining changed = plan.trainings().get(training);
        List<Schedule> schedules = new ArrayList<>(changed.schedules());
        schedules.set(schedule, other);
        return with(training, changed.due(schedules), plan.budget());
    }

    /** The same with another limit of one training. */
    ProvenPlan withLimit(int training, Duration limit) {
        return with(training, plan.trainings().get(training).within(limit), plan.budget());
    }

    /** The same in another tier. */
    ProvenPlan withTier(Tier tier) {
        return with(0, plan.trainings().get(0), Budget.of(tier));
    }

    private ProvenPlan with(int training, PlannedTraining changed, Budget budget) {
        List<PlannedTraining> trainings = new ArrayList<>(plan.trainings());
        trainings.set(training, changed);
        return of(new TrainingPlan(trainings, budget, plan.markets(), plan.deployedAt(), plan.until()), zone);
    }

    /** Whether anything of these kinds is found about a training. */
    boolean finds(String training, Finding.Code... codes) {
        List<Finding.Code> wanted = List.of(codes);
        return findings.stream()
                .anyMatch(finding -> finding.training().equals(training) && wanted.contains(finding.code()));
    }

    /** Whether anything is found that is an error by default. */
    boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.code().severity() == Finding.Severity.ERROR);
    }
}
