package io.trainyard.testkit.laws;

import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.testkit.laws.DurableLog.Step;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.ledger.RunEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * At which moments the process of a strategy may die so that it is known what one that follows should come to. Between slices: to
 * the same. In the middle of a training that has not begun, or whose model is stored: to the same. Between these: to the same
 * as if the training had failed, since its occasion is not taken twice. Not while a slice is handled: what it would have decided on it is lost, and
 * that is no fault of the strategy.
 */
final class Deaths {

    private static final int OF_EACH_KIND = 4;

    private final StrategyDefinition definition;
    private final Instant deployedAt;
    private final List<Instant> slices;
    private final List<Step> steps;
    private final Set<String> returning;

    /**
     * Of a life.
     *
     * @param returning the names of the trainings that return their model
     * @param steps what became durable in it
     */
    Deaths(StrategyDefinition definition, Stage stage, Set<String> returning, List<Step> steps) {
        this.definition = definition;
        this.returning = Set.copyOf(returning);
        this.deployedAt = stage.start(definition);
        this.slices = stage.times(definition);
        this.steps = steps;
    }

    /** Up to four between slices and up to four in the middle of trainings, chosen by the seed. */
    List<Death> some(Random random) {
        List<Death> chosen = new ArrayList<>();
        chosen.addAll(some(betweenSlices(), random));
        chosen.addAll(some(inTrainings(), random));
        return chosen;
    }

    private static List<Death> some(List<Death> all, Random random) {
        List<Death> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled.subList(0, Math.min(OF_EACH_KIND, shuffled.size()));
    }

    private List<Death> betweenSlices() {
        List<Death> all = new ArrayList<>();
        for (int i = 0; i + 1 < slices.size(); i++) {
            Instant moment = slices.get(i).plusMillis(1);
            int durable = 0;
            while (durable < steps.size() && !at(durable).isAfter(moment)) {
                durable++;
            }
            if (moment.isBefore(slices.get(i + 1)) && open(durable).isEmpty()) {
                all.add(new Death(moment, durable, "between two slices", null));
            }
        }
        return all;
    }

    private List<Death> inTrainings() {
        Set<Instant> times = new HashSet<>(slices);
        List<Death> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Set<Step.Claimed> open = open(i + 1);
            Instant next = at(i).plusMillis(1); // the process that follows does not come at the very instant
            if (open.size() == 1 && !times.contains(at(i)) && !times.contains(next)) {
                Step.Claimed run = open.iterator().next();
                boolean lost = isLost(run, i + 1);
                if (isClear(run, lost) && run.due().equals(at(i))) {
                    String where = "in the middle of a training, after " + words(steps.get(i));
                    all.add(new Death(next, i + 1, where, lost ? run : null));
                }
            }
        }
        return all;
    }

    /** Whether the run had begun, and had stored nothing, after so many steps; one that had not begun is taken over. */
    private boolean isLost(Step.Claimed run, int count) {
        List<Step> since = steps.subList(steps.indexOf(run), count);
        return since.stream().noneMatch(Step.Committed.class::isInstance)
                && since.stream()
                        .anyMatch(step -> step instanceof Step.Appended appended
                                && appended.event() instanceof RunEvent.Started started
                                && started.run() == run.run());
    }

    /** Whether nothing else comes of it than that the old model stays, or that there is a new one. */
    private boolean isClear(Step.Claimed run, boolean lost) {
        TrainingDefinition training = definition.trainings().stream()
                .filter(one -> one.name().equals(run.training()))
                .findFirst()
                .orElseThrow();
        RunPolicy policy = training.policy();
        boolean alone = !policy.modelled() && policy.retries() == 0 && policy.pauseAfter() == 0;
        return alone
                && (lost
                        ? returning.contains(training.name())
                        : training.fills().size() == 1);
    }

    private Instant at(int index) {
        Step step = steps.get(index);
        if (step instanceof Step.Appended appended) {
            return appended.market();
        }
        if (step instanceof Step.Claimed claimed) {
            return claimed.market();
        }
        // in virtual time a version is committed at the market time at which it can be seen
        return step instanceof Step.Committed committed
                ? committed.commit().birth().savedAt()
                : index == 0 ? deployedAt : at(index - 1);
    }

    /** The runs that have begun and not ended after so many steps. */
    private Set<Step.Claimed> open(int count) {
        Map<Long, Step.Claimed> open = new LinkedHashMap<>();
        for (Step step : steps.subList(0, count)) {
            if (step instanceof Step.Claimed claimed) {
                open.put(claimed.run(), claimed);
            } else if (step instanceof Step.Appended appended
                    && appended.event() instanceof RunEvent.OfRun event
                    && (event instanceof RunEvent.Ended
                            || event instanceof RunEvent.Skipped
                            || event instanceof RunEvent.Refused)) {
                open.remove(event.run());
            }
        }
        return new LinkedHashSet<>(open.values());
    }

    private static String words(Step step) {
        if (step instanceof Step.Appended appended) {
            return "\"" + appended.event().getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT)
                    + "\" was written into the ledger";
        }
        return step instanceof Step.Committed ? "its model was stored" : "it was taken from the agenda";
    }

    /**
     * A moment to die.
     *
     * @param at market time
     * @param steps how many steps are durable by then
     * @param where it is, in words
     * @param lost the run that comes to nothing by it; null for none
     */
    record Death(Instant at, int steps, String where, Step.@Nullable Claimed lost) {}
}
