package io.trainyard.training;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/** Where all trainings of a strategy stand, in the order in which they were declared. For the strategy's thread. */
final class Turns {

    private final IdentityHashMap<TrainingJob, Turn> byJob = new IdentityHashMap<>();
    private final List<Turn> inOrder = new ArrayList<>();

    Turns(List<TrainingJob> jobs) {
        jobs.forEach(this::of);
    }

    Turn of(TrainingJob job) {
        return byJob.computeIfAbsent(job, added -> {
            Turn turn = new Turn(added);
            inOrder.add(turn);
            return turn;
        });
    }

    /**
     * The training of this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    Turn named(String name) {
        return inOrder.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no training is called " + name + ": there are "
                        + inOrder.stream().map(Turn::name).toList()));
    }

    List<Turn> all() {
        return inOrder;
    }

    /** Whether a run is in the way of this turn: one of the same training, or one that fills the same model. */
    boolean isBlocked(Turn turn, Predicate<Turn> haunted) {
        for (Turn other : inOrder) {
            if ((other.runner() != null || haunted.test(other)) && shareModel(turn, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean shareModel(Turn turn, Turn other) {
        return turn == other
                || turn.job().slots().stream()
                        .anyMatch(slot -> other.job().slots().stream().anyMatch(one -> one.cell() == slot.cell()));
    }

    /** Whether any run has not come to its end. */
    boolean isRunning() {
        return inOrder.stream().anyMatch(turn -> turn.runner() != null);
    }

    List<TrainingStatus> status() {
        List<TrainingStatus> all = new ArrayList<>(inOrder.size());
        for (int i = 0; i < inOrder.size(); i++) {
            all.add(inOrder.get(i).status());
        }
        return all;
    }
}
