package io.trainyard.samples.objectstore;

import static io.trainyard.Resolution.DAILY;

import io.trainyard.OnData;
import io.trainyard.Strategy;
import io.trainyard.Subscribe;
import io.trainyard.market.Bar;
import io.trainyard.market.History;
import io.trainyard.store.ObjectStore;

/** Trains nothing and trades nothing: it keeps a journal of signals, by hand. */
@Strategy(name = "object-store", zone = "America/New_York")
@Subscribe(symbol = "AAPL", resolution = DAILY)
final class SignalWriter {

    static final String JOURNAL = "signals/AAPL";

    @OnData
    void keep(Bar bar, History history, ObjectStore store) {
        double[] closes = history.closes("AAPL", Signal.CLOSES);
        if (closes.length < Signal.CLOSES) {
            return;
        }
        // what is in the store outlives the process, what would be in a field does not
        Journal journal = store.containsKey(JOURNAL) ? store.readJson(JOURNAL, Journal.class) : Journal.EMPTY;
        Journal next = journal.with(bar.end(), Signal.isUp(closes), bar.close());
        if (!next.equals(journal)) {
            store.saveJson(JOURNAL, next); // a new version, at the market's time
        }
    }
}
