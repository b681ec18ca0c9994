package io.trainyard.training.ledger;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Gathers the activations of one strategy from entries in their order; where one was moved, the place that it came to counts. */
final class ActivationsReader {

    private final String strategy;
    private final List<Activation> list = new ArrayList<>();
    /** Those that were announced in entries before. */
    private final List<Activation> moved = new ArrayList<>();

    ActivationsReader(String strategy) {
        this.strategy = strategy;
    }

    void read(LedgerEntry entry) {
        if (entry.event() instanceof RunEvent.Published published
                && published.strategy().equals(strategy)) {
            list.add(Activation.of(entry, published));
        } else if (entry.event() instanceof RunEvent.Placed placed
                && placed.strategy().equals(strategy)) {
            Activation activation = Activation.of(entry, placed);
            if (!takeAnnouncement(activation)) {
                moved.add(activation);
            }
            list.add(activation);
        }
    }

    private boolean takeAnnouncement(Activation of) {
        for (int i = list.size() - 1; i >= 0; i--) {
            if (list.get(i).isSame(of)) {
                list.remove(i);
                return true;
            }
        }
        return false;
    }

    /** Takes out what was moved in entries that follow these, as another reader found it. */
    void followedBy(@Nullable ActivationsReader later) {
        if (later != null) {
            later.moved.stream()
                    .filter(activation -> !takeAnnouncement(activation))
                    .forEach(moved::add);
        }
    }

    Activations activations() {
        return new Activations(strategy, list);
    }
}
