package io.trainyard.processor.check;

import io.trainyard.Unaffordable;
import io.trainyard.processor.model.Horizon;
import io.trainyard.processor.model.StrategyModel;
import io.trainyard.processor.problem.Problem;
import io.trainyard.schedule.proof.Finding;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Nothing speaks against the schedules of a strategy: the years ahead are simulated with the code that fires them, each
 * run taking its limit.
 */
final class ProvenSchedules implements Rule<StrategyModel> {

    /** What makes anything else that is found about the same schedule superfluous. */
    private static final Set<Finding.Code> SETTLE_A_SCHEDULE =
            EnumSet.of(Finding.Code.NEVER_DUE, Finding.Code.DUPLICATE_SCHEDULE, Finding.Code.SCHEDULE_CONTAINED);

    /** What is put right by the limit, and an overlap of the same training with it. */
    private static final Set<Finding.Code> ABOUT_A_LIMIT =
            EnumSet.of(Finding.Code.LIMIT_ABOVE_CAPACITY, Finding.Code.BUDGET_EXCEEDED);

    private final Horizon horizon;

    ProvenSchedules(Horizon horizon) {
        this.horizon = horizon;
    }

    @Override
    public void check(StrategyModel model, Consumer<Problem> problems) {
        ProvenPlan plan = ProvenPlan.of(model, horizon);
        List<Finding> findings = plan.findings();
        if (findings.isEmpty()) {
            return;
        }
        FindingProblems reported = new FindingProblems(model, plan);
        for (Finding finding : findings) {
            if (!isSuperfluous(finding, findings) && !isProvidedFor(finding, model)) {
                problems.accept(reported.problem(finding));
            }
        }
        if (findings.stream().anyMatch(finding -> isProvidedFor(finding, model))) {
            checkBudgetOfDenied(model, problems);
        }
    }

    /** The first that lacks budget is provided for: whether those that are not have enough of it among themselves. */
    private void checkBudgetOfDenied(StrategyModel model, Consumer<Problem> problems) {
        StrategyModel others = model.withTrainings(model.trainings().stream()
                .filter(training -> training.runs().unaffordable() == Unaffordable.DENY)
                .toList());
        if (others.trainings().isEmpty()) {
            return;
        }
        ProvenPlan plan = ProvenPlan.of(others, horizon);
        FindingProblems reported = new FindingProblems(others, plan);
        plan.findings().stream()
                .filter(finding -> finding.code() == Finding.Code.BUDGET_EXCEEDED)
                .forEach(finding -> problems.accept(reported.problem(finding)));
    }

    /** Whether a run that is not afforded is deferred or shortened, as its training says. */
    private static boolean isProvidedFor(Finding finding, StrategyModel model) {
        return finding.code() == Finding.Code.BUDGET_EXCEEDED
                && model.trainings().stream()
                        .filter(training -> training.name().equals(finding.training()))
                        .anyMatch(training -> training.runs().unaffordable() != Unaffordable.DENY);
    }

    private static boolean isSuperfluous(Finding finding, List<Finding> all) {
        for (Finding other : all) {
            if (other.equals(finding) || !other.training().equals(finding.training())) {
                continue;
            }
            boolean settled = finding.schedule().isPresent()
                    && other.schedule().equals(finding.schedule())
                    && SETTLE_A_SCHEDULE.contains(other.code())
                    && !SETTLE_A_SCHEDULE.contains(finding.code());
            boolean limited =
                    finding.code() == Finding.Code.OVERLAPPING_TRAININGS && ABOUT_A_LIMIT.contains(other.code());
            if (settled || limited) {
                return true;
            }
        }
        return false;
    }
}
