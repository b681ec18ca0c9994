package io.trainyard.schedule.proof;

import io.trainyard.schedule.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * What the schedules of a strategy come to within a horizon.
 *
 * @param findings by training and code, in the order of the source and of {@link Finding.Code}
 * @param provedUntil up to when, included, all instants were looked at: the end of the horizon, or before it where the
 *     schedules have more than 50,000 instants together; findings say so then
 * @param affordability what the budget says; trainings whose limit is above its capacity are left out
 */
public record Proof(List<Finding> findings, Instant provedUntil, Affordability affordability) {

    /** Copies the list. */
    public Proof {
        findings = List.copyOf(findings);
    }

    /** Simulates a plan with the code that runs it: its schedules, its calendars, its bucket. */
    public static Proof of(TrainingPlan plan) {
        Occasions occasions = Occasions.of(plan.trainings(), plan.deployedAt(), plan.until());
        List<Finding> findings = new ArrayList<>();
        BudgetProof budget = BudgetProof.of(plan, occasions);
        findings.addAll(NeverDue.in(plan, occasions));
        findings.addAll(budget.findings());
        findings.addAll(DueInSession.in(plan, occasions));
        findings.addAll(ClockChanges.in(plan, occasions));
        findings.addAll(Overlaps.in(plan, occasions));
        findings.addAll(Repetitions.in(plan, occasions));
        findings.addAll(ServingTimes.in(plan, occasions));
        if (occasions.until().isBefore(plan.until())) {
            findings.add(provedPartly(plan, occasions));
        }
        List<String> order =
                plan.trainings().stream().map(PlannedTraining::name).toList();
        findings.sort((left, right) -> {
            int byTraining = Integer.compare(order.indexOf(left.training()), order.indexOf(right.training()));
            return byTraining != 0 ? byTraining : left.code().compareTo(right.code());
        });
        return new Proof(findings, occasions.until(), budget.affordability());
    }

    private static Finding provedPartly(TrainingPlan plan, Occasions occasions) {
        int busiest = 0;
        int most = -1;
        for (int training = 0; training < plan.trainings().size(); training++) {
            int sum = 0;
            for (int i = 0; i < occasions.schedules(training).size(); i++) {
                sum += occasions.instants(training, i).size();
            }
            if (sum > most) {
                busiest = training;
                most = sum;
            }
        }
        String name = plan.trainings().get(busiest).name();
        return new Finding(
                Finding.Code.PROVED_PARTLY,
                name,
                OptionalInt.empty(),
                List.of(occasions.until()),
                "only the time until " + occasions.until() + " was looked at, not that until " + plan.until(),
                name + " is due " + Words.count(most, "time") + " until then, and no more than " + Occasions.MAXIMUM
                        + " instants of a strategy are looked at",
                "let it be due less often, or prove a shorter horizon");
    }

    /** Whether a finding is an error by default. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(finding -> finding.code().severity() == Finding.Severity.ERROR);
    }
}
