package io.trainyard.schedule.proof;

import io.trainyard.schedule.Words;
import io.trainyard.schedule.proof.Finding.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * Finds models that serve longer, until the next run of their training, than they were tested for. Lengths are those on
 * the wall, so that a clock change makes no week longer than another.
 */
final class ServingTimes {

    private ServingTimes() {}

    /** From when to when a model serves, the end of the horizon where none follows. */
    private record Serving(Instant from, Instant to, boolean followed, ZoneId zone) {

        Duration length() {
            return Duration.between(LocalDateTime.ofInstant(from, zone), LocalDateTime.ofInstant(to, zone));
        }
    }

    static List<Finding> in(TrainingPlan plan, Occasions occasions) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < plan.trainings().size(); i++) {
            PlannedTraining training = plan.trainings().get(i);
            Optional<Duration> tested = training.tested();
            if (tested.isPresent()) {
                longest(training, i, occasions)
                        .filter(serving -> serving.length().compareTo(tested.get()) > 0)
                        .ifPresent(serving -> findings.add(finding(training, serving, tested.get())));
            }
        }
        return findings;
    }

    /** The longest serving of a training, the first one of several; empty if the training is never due. */
    private static Optional<Serving> longest(PlannedTraining training, int index, Occasions occasions) {
        TreeSet<Instant> due = new TreeSet<>();
        for (int schedule = 0; schedule < occasions.schedules(index).size(); schedule++) {
            due.addAll(occasions.instants(index, schedule));
        }
        ZoneId zone = Moments.zone(training.schedules());
        Serving longest = null;
        for (Instant from : due) {
            Instant next = due.higher(from);
            Serving serving = new Serving(from, next != null ? next : occasions.until(), next != null, zone);
            if (longest == null || serving.length().compareTo(longest.length()) > 0) {
                longest = serving;
            }
        }
        return Optional.ofNullable(longest);
    }

    private static Finding finding(PlannedTraining training, Serving serving, Duration tested) {
        String from = Moments.words(serving.from, serving.zone);
        String length = Words.length(tested);
        return new Finding(
                Code.SERVED_UNTESTED,
                training.name(),
                OptionalInt.empty(),
                serving.followed ? List.of(serving.from, serving.to) : List.of(serving.from),
                serving.followed
                        ? "a model of " + training.name() + " serves " + Words.length(serving.length()) + ", from "
                                + from + " to " + Moments.local(serving.to, serving.zone)
                        : "the model of " + training.name() + " of " + from + " serves on, and none follows",
                "it is tested for " + length + " at most, and nobody knows how it does in the rest",
                (serving.followed ? "tests of " + Words.length(serving.length()) + ", or trainings" : "trainings")
                        + " at most " + length + " apart");
    }
}
