package io.trainyard.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes models that nobody uses any more: those that another one has replaced, those that were made and never put in place,
 * and at the end those that served last. A training that was at work when a model was replaced may still hold it, so that it
 * stays open until that one has ended; and what a field holds is not closed, however often it was replaced by itself. For the
 * strategy's thread.
 */
final class RetiredModels {

    private static final Logger LOG = LoggerFactory.getLogger(RetiredModels.class);

    private final String strategy;
    private final ModelKeeper keeper;
    private final Supplier<List<Run>> atWork;
    private final Map<ModelCell, ModelSlot<?>> slots = new HashMap<>();
    private final List<Retired> waiting = new ArrayList<>();
    private boolean ended;

    /** For one strategy; {@code atWork} gives the runs whose threads may hold what its fields hold. */
    RetiredModels(String strategy, ModelKeeper keeper, Supplier<List<Run>> atWork) {
        this.strategy = strategy;
        this.keeper = keeper;
        this.atWork = atWork;
    }

    /** Takes note of a field. */
    void knows(ModelSlot<?> slot) {
        slots.put(slot.cell(), slot);
    }

    /** A value is not in its field any more, or never was. */
    void retire(ModelSlot<?> slot, @Nullable Object value) {
        knows(slot);
        if (value != null) {
            waiting.removeIf(other -> other.value == value);
            waiting.add(new Retired(slot, value, atWork.get()));
        }
    }

    /** Closes what nobody can hold any more. */
    void sweep() {
        for (Iterator<Retired> each = waiting.iterator(); each.hasNext(); ) {
            Retired retired = each.next();
            if (retired.holders.stream().allMatch(Run::isOffThread)) {
                each.remove();
                if (ended
                        || slots.values().stream()
                                .noneMatch(slot -> slot.reader().get() == retired.value)) {
                    close(retired);
                }
            }
        }
    }

    /** The strategy has ended: what its fields hold is closed, too, but not what a thread that was let go of may still hold. */
    void end() {
        ended = true;
        List.copyOf(slots.values()).forEach(slot -> retire(slot, slot.reader().get()));
        sweep();
    }

    private void close(Retired retired) {
        try {
            keeper.close(retired.slot, retired.value);
        } catch (RuntimeException e) {
            LOG.warn("{}: a model of {} that is no longer used cannot be closed", strategy, retired.slot.key(), e);
        }
    }

    /** A value that is to be closed when none of these runs can hold it any more. */
    private record Retired(ModelSlot<?> slot, Object value, List<Run> holders) {}
}
