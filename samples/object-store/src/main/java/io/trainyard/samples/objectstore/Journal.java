package io.trainyard.samples.objectstore;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The signals so far.
 *
 * @param signals the oldest first; the latest {@value #MOST} of them
 */
record Journal(List<Signal> signals) {

    /** What grows with each day has a bound of its own, and does not wait for the quota's. */
    private static final int MOST = 500;

    static final Journal EMPTY = new Journal(List.of());

    Journal {
        signals = List.copyOf(signals);
    }

    /**
     * With what is known at the end of a bar, where that turns the trend and is news: an earlier run over the same days may have
     * written it already.
     */
    Journal with(Instant at, boolean up, double close) {
        Signal last = signals.isEmpty() ? null : signals.get(signals.size() - 1);
        if (last != null && (last.up() == up || !at.isAfter(last.at()))) {
            return this;
        }
        List<Signal> more = new ArrayList<>(signals.size() == MOST ? signals.subList(1, MOST) : signals);
        more.add(new Signal(at, up, close));
        return new Journal(more);
    }

    /** What each upward trend that is over came to, as a fraction of the price at which it began. */
    List<Double> gains() {
        List<Double> gains = new ArrayList<>();
        for (int i = 0; i + 1 < signals.size(); i++) {
            if (signals.get(i).up()) {
                gains.add(signals.get(i + 1).close() / signals.get(i).close() - 1);
            }
        }
        return gains;
    }
}
