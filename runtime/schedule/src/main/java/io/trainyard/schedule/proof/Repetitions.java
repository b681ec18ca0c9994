package io.trainyard.schedule.proof;

import io.trainyard.schedule.RecurringSchedule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.proof.Finding.Code;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Finds schedules that add nothing to another of the same training, decided by their instants within the horizon.
 * Deployment may fall on any instant, so that only a second deployment repeats it.
 */
final class Repetitions {

    private Repetitions() {}

    static List<Finding> in(TrainingPlan plan, Occasions occasions) {
        List<Finding> findings = new ArrayList<>();
        for (int training = 0; training < plan.trainings().size(); training++) {
            int count = occasions.schedules(training).size();
            for (int i = 0; i < count; i++) {
                Finding finding = repetition(plan, occasions, training, i);
                if (finding != null) {
                    findings.add(finding);
                }
            }
        }
        return findings;
    }

    private static @Nullable Finding repetition(TrainingPlan plan, Occasions occasions, int training, int index) {
        List<Schedule> schedules = occasions.schedules(training);
        Schedule schedule = schedules.get(index);
        List<Instant> instants = occasions.instants(training, index);
        for (int other = 0; other < index; other++) {
            if (isSame(schedule, instants, schedules.get(other), occasions.instants(training, other))) {
                return finding(Code.DUPLICATE_SCHEDULE, plan, training, index, other, instants);
            }
        }
        for (int other = 0; other < schedules.size(); other++) {
            List<Instant> others = occasions.instants(training, other);
            if (schedule instanceof RecurringSchedule
                    && schedules.get(other) instanceof RecurringSchedule
                    && !instants.isEmpty()
                    && instants.size() < others.size()
                    && isContained(instants, others)) {
                return finding(Code.SCHEDULE_CONTAINED, plan, training, index, other, instants);
            }
        }
        return null;
    }

    private static boolean isSame(Schedule left, List<Instant> lefts, Schedule right, List<Instant> rights) {
        if (left.equals(right)) {
            return true;
        }
        return left instanceof RecurringSchedule
                && right instanceof RecurringSchedule
                && !lefts.isEmpty()
                && lefts.equals(rights);
    }

    /** Both ascend. */
    private static boolean isContained(List<Instant> part, List<Instant> whole) {
        int at = 0;
        for (Instant instant : part) {
            while (at < whole.size() && whole.get(at).isBefore(instant)) {
                at++;
            }
            if (at == whole.size() || !whole.get(at).equals(instant)) {
                return false;
            }
        }
        return true;
    }

    private static Finding finding(
            Code code, TrainingPlan plan, int training, int index, int other, List<Instant> instants) {
        PlannedTraining planned = plan.trainings().get(training);
        Schedule schedule = planned.schedules().get(index);
        Schedule repeated = planned.schedules().get(other);
        boolean duplicate = code == Code.DUPLICATE_SCHEDULE;
        return new Finding(
                code,
                planned.name(),
                OptionalInt.of(index),
                Moments.firstOf(instants),
                "\"" + schedule + "\" adds nothing to \"" + repeated + "\" of " + planned.name(),
                (duplicate
                                ? "both have the same instants"
                                : "all its instants, " + instants.size() + " within the horizon, are also the other's")
                        + ", and an instant on which several schedules of a training agree is one run",
                "leave \"" + schedule + "\" out, or give it another time");
    }
}
