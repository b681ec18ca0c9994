package io.trainyard.market;

import io.trainyard.time.MarketClock;
import java.util.Arrays;
import java.util.List;

/**
 * The bars of a live market as they come: what a strategy's history is made of. One thread adds, any thread may read the
 * history.
 */
public final class Recording {

    private final GrowingSeries[] series;

    /** A recording of these symbols, in the order in which slices list them, without any bar yet; it keeps all that come. */
    public Recording(List<String> symbols) {
        this(symbols, Integer.MAX_VALUE);
    }

    /**
     * A recording of these symbols that keeps the latest bars.
     *
     * @param kept how many of the latest bars of each symbol its history is made of, at least one
     */
    public Recording(List<String> symbols, int kept) {
        this.series =
                symbols.stream().map(symbol -> new GrowingSeries(symbol, kept)).toArray(GrowingSeries[]::new);
    }

    /** How many bars it holds, which is up to twice as many as it keeps of each symbol. */
    public int held() {
        return Arrays.stream(series).mapToInt(GrowingSeries::held).sum();
    }

    /** Adds recorded bars of a symbol that end at or before {@code untilMillis}, milliseconds since 1970-01-01T00:00Z. */
    public void add(BarSeries past, long untilMillis) {
        for (GrowingSeries one : series) {
            if (one.symbol().equals(past.symbol())) {
                int count = past.countUntil(untilMillis);
                for (int i = 0; i < count; i++) {
                    one.add(past.bar(i));
                }
            }
        }
    }

    /** Adds the bars of a slice; those that are not of its symbols, or not later than what is there, are left out. */
    public void add(Slice slice) {
        for (int i = 0; i < slice.size(); i++) {
            Bar bar = slice.bar(i);
            for (GrowingSeries one : series) {
                if (one.symbol().equals(bar.symbol())) {
                    one.add(bar);
                }
            }
        }
    }

    /** What is known of this recording at the time that {@code clock} shows. */
    public History history(MarketClock clock) {
        return new KnownHistory(Arrays.copyOf(series, series.length, KnownBars[].class), clock);
    }
}
