package io.trainyard.schedule.proof;

import io.trainyard.schedule.Schedule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Every instant of every schedule of some trainings, from deployment to the end of the horizon, or as far as there are
 * not too many.
 */
final class Occasions {

    /** How many instants are looked at: enough for five years of a daily schedule in 27 trainings. */
    static final int MAXIMUM = 50_000;

    private static final Comparator<Occasion> IN_ORDER =
            Comparator.comparing(Occasion::at).thenComparingInt(Occasion::training);

    private final List<List<Schedule>> schedules = new ArrayList<>();
    private final List<List<List<Instant>>> instants = new ArrayList<>();
    private final List<Occasion> all = new ArrayList<>();
    private final Instant deployedAt;
    private Instant until;

    /** A run that is due: when, and of which training. */
    record Occasion(Instant at, int training) {}

    private Occasions(Instant deployedAt, Instant until) {
        this.deployedAt = deployedAt;
        this.until = until;
    }

    static Occasions of(List<PlannedTraining> trainings, Instant deployedAt, Instant until) {
        Occasions occasions = new Occasions(deployedAt, until);
        int count = trainings.stream()
                .mapToInt(training -> training.schedules().size())
                .sum();
        int maximum = MAXIMUM / Math.max(count, 1);
        for (PlannedTraining training : trainings) {
            occasions.add(training, deployedAt, maximum);
        }
        occasions.merge();
        return occasions;
    }

    private void add(PlannedTraining training, Instant deployedAt, int maximum) {
        List<Schedule> bound = training.schedules().stream()
                .map(schedule -> schedule.boundAt(deployedAt))
                .toList();
        schedules.add(bound);
        instants.add(bound.stream()
                .map(schedule -> instants(schedule, deployedAt, maximum))
                .toList());
    }

    private List<Instant> instants(Schedule schedule, Instant deployedAt, int maximum) {
        if (schedule.dueAtDeployment()) {
            return List.of(deployedAt);
        }
        List<Instant> found = new ArrayList<>();
        Iterator<Instant> rest = schedule.from(deployedAt.minusNanos(1), until);
        while (rest.hasNext()) {
            if (found.size() == maximum) {
                until = found.get(maximum - 1);
                break;
            }
            found.add(rest.next());
        }
        return found;
    }

    private void merge() {
        for (int training = 0; training < instants.size(); training++) {
            int number = training;
            List<List<Instant>> cut =
                    instants.get(training).stream().map(this::untilEnd).toList();
            instants.set(training, cut);
            // instants on which several schedules of a training agree are one occasion, as on an agenda
            (cut.size() == 1
                            ? cut.get(0).stream()
                            : cut.stream().flatMap(List::stream).distinct())
                    .forEach(at -> all.add(new Occasion(at, number)));
        }
        all.sort(IN_ORDER);
    }

    private List<Instant> untilEnd(List<Instant> ascending) {
        int size = ascending.size();
        if (size == 0 || !ascending.get(size - 1).isAfter(until)) {
            return ascending;
        }
        int found = Collections.binarySearch(ascending, until);
        return ascending.subList(0, found >= 0 ? found + 1 : -found - 1);
    }

    /** Up to when, included, all instants are known. */
    Instant until() {
        return until;
    }

    /** The runs that are due, by time, at one instant by the order of the trainings. */
    List<Occasion> all() {
        return all;
    }

    /** Whether a run is due for no other reason than that the strategy is deployed. */
    boolean isDeployment(Occasion occasion) {
        if (!occasion.at().equals(deployedAt)) {
            return false;
        }
        List<Schedule> bound = schedules.get(occasion.training());
        boolean found = false;
        for (int i = 0; i < bound.size(); i++) {
            List<Instant> due = instants(occasion.training(), i);
            if (bound.get(i).dueAtDeployment()) {
                found = true;
            } else if (!due.isEmpty() && due.get(0).equals(deployedAt)) {
                return false;
            }
        }
        return found;
    }

    /** The schedules of a training, bound to the deployment. */
    List<Schedule> schedules(int training) {
        return schedules.get(training);
    }

    /** The instants of one schedule. */
    List<Instant> instants(int training, int schedule) {
        return instants.get(training).get(schedule);
    }
}
