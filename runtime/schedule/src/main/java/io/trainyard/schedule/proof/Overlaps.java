package io.trainyard.schedule.proof;

import io.trainyard.schedule.Words;
import io.trainyard.schedule.proof.Finding.Code;
import io.trainyard.schedule.proof.Occasions.Occasion;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds trainings that can still be running when another one, or they themselves, are due. Runs at deployment are left
 * out: they come one after another, at an hour that is the user's to choose.
 */
final class Overlaps {

    private Overlaps() {}

    /** Two trainings, the one that comes first in the source first, and when the second run of an overlap is due. */
    private record Pair(int running, int due, List<Instant> instants) {}

    static List<Finding> in(TrainingPlan plan, Occasions occasions) {
        int size = plan.trainings().size();
        Instant[] starts = new Instant[size];
        TreeMap<Integer, Pair> pairs = new TreeMap<>();
        for (Occasion occasion : occasions.all()) {
            int due = occasion.training();
            if (occasions.isDeployment(occasion)) {
                continue;
            }
            for (int running = 0; running < size; running++) {
                // of the runs of one training the last ends last
                if (isRunning(plan.trainings().get(running), starts[running], occasion.at())) {
                    int key = Math.min(running, due) * size + Math.max(running, due);
                    Pair pair = pairs.get(key);
                    if (pair == null) {
                        pair = new Pair(running, due, new ArrayList<>(Finding.NAMED));
                        pairs.put(key, pair);
                    }
                    if (pair.instants.size() < Finding.NAMED) {
                        pair.instants.add(occasion.at());
                    }
                }
            }
            starts[due] = occasion.at();
        }
        return pairs.values().stream().map(pair -> finding(plan, pair)).toList();
    }

    /** Compares lengths, not ends: the end of a run of any limit may be no instant. */
    private static boolean isRunning(PlannedTraining training, @Nullable Instant start, Instant instant) {
        return start != null && Duration.between(start, instant).compareTo(training.limit()) < 0;
    }

    private static Finding finding(TrainingPlan plan, Pair pair) {
        PlannedTraining running = plan.trainings().get(pair.running);
        PlannedTraining due = plan.trainings().get(pair.due);
        ZoneId zone = Moments.zone(due.schedules());
        String limit = Words.length(running.limit());
        boolean same = pair.running == pair.due;
        return new Finding(
                Code.OVERLAPPING_TRAININGS,
                running.name(),
                OptionalInt.empty(),
                pair.instants,
                running.name() + " can still be running when " + (same ? "it is due again" : due.name() + " is due")
                        + ", first on " + Moments.words(pair.instants.get(0), zone),
                "a run of " + running.name() + " may take " + limit + " and started less than that before",
                same
                        ? "a limit of less than the time between two runs, or fewer runs"
                        : due.name() + " at least " + limit + " after " + running.name()
                                + ", or a shorter limit where there is time between them");
    }
}
