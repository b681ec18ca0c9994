package io.trainyard.testkit.laws;

import io.trainyard.schedule.Trigger;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.testkit.laws.DurableLog.Step;
import io.trainyard.training.TrainingDefinition;
import io.trainyard.training.ledger.RunEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * At which moments the process of a strategy may die so that one that follows should come to the same. Not while a slice is
 * handled: what it would have decided on it is lost for good, and that is no fault of the strategy. Not in the middle of a
 * training that nobody makes up for, or whose model arrives later than it would have.
 */
final class Deaths {

    private static final int OF_EACH_KIND = 4;

    private final StrategyDefinition definition;
    private final Instant deployedAt;
    private final List<Instant> slices;
    private final List<Step> steps;

    Deaths(StrategyDefinition definition, Stage stage, List<Step> steps) {
        this.definition = definition;
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
                all.add(new Death(moment, durable, "between two slices"));
            }
        }
        return all;
    }

    private List<Death> inTrainings() {
        Set<Instant> times = new HashSet<>(slices);
        List<Death> all = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Set<Long> open = open(i + 1);
            if (open.size() == 1 && !times.contains(at(i)) && isMadeUp(open.iterator().next(), at(i))) {
                all.add(new Death(at(i), i + 1, "in the middle of a training, after " + words(steps.get(i))));
            }
        }
        return all;
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
    private Set<Long> open(int count) {
        Set<Long> open = new HashSet<>();
        for (Step step : steps.subList(0, count)) {
            if (step instanceof Step.Claimed claimed) {
                open.add(claimed.run());
            } else if (step instanceof Step.Appended appended) {
                if (appended.event() instanceof RunEvent.Ended ended) {
                    open.remove(ended.run());
                }
                if (appended.event() instanceof RunEvent.Skipped skipped) {
                    open.remove(skipped.run());
                }
                if (appended.event() instanceof RunEvent.Refused refused) {
                    open.remove(refused.run());
                }
            }
        }
        return open;
    }

    private boolean isMadeUp(long run, Instant moment) {
        Map<Long, Step.Claimed> claims = new HashMap<>();
        for (Step step : steps) {
            if (step instanceof Step.Claimed claimed) {
                claims.put(claimed.run(), claimed);
            }
        }
        Step.Claimed claim = claims.get(run);
        if (claim == null) {
            return false;
        }
        TrainingDefinition training = definition.trainings().stream()
                .filter(one -> one.name().equals(claim.training()))
                .findFirst()
                .orElseThrow();
        if (training.policy().modelled() || training.policy().retries() > 0 || !claim.due().equals(moment)) {
            return false;
        }
        for (Trigger trigger : training.triggers()) {
            if (trigger.misfires()
                    .toMakeUp(trigger.schedule().boundAt(deployedAt), claim.due().minusNanos(1), moment)
                    .contains(claim.due())) {
                return true;
            }
        }
        return false;
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
     */
    record Death(Instant at, int steps, String where) {}
}
