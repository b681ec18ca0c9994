package io.trainyard.market;

import java.util.Arrays;

/** The bars of one symbol as they come. One thread adds, any thread reads: what has been added never changes. */
final class GrowingSeries implements KnownBars {

    private final String symbol;
    private volatile Known known = new Known(new Bar[64], 0);

    GrowingSeries(String symbol) {
        this.symbol = symbol;
    }

    /** Adds a bar; false, and nothing is added, if it does not end after the last one. */
    boolean add(Bar bar) {
        Known now = known;
        if (now.size > 0 && bar.endMillis() <= now.bars[now.size - 1].endMillis()) {
            return false;
        }
        Bar[] bars = now.size < now.bars.length ? now.bars : Arrays.copyOf(now.bars, now.size * 2);
        bars[now.size] = bar;
        known = new Known(bars, now.size + 1);
        return true;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int countUntil(long millis) {
        Known now = known;
        int low = 0;
        int high = now.size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (now.bars[middle].endMillis() <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Override
    public Bar bar(int index) {
        return known.bars[index];
    }

    @Override
    public long endMillis(int index) {
        return bar(index).endMillis();
    }

    @Override
    public double[] closes(int from, int to) {
        Known now = known;
        double[] closes = new double[to - from];
        for (int i = from; i < to; i++) {
            closes[i - from] = now.bars[i].close();
        }
        return closes;
    }

    /** Published as a whole, so that who sees the size sees the bars. */
    private static final class Known {
        private final Bar[] bars;
        private final int size;

        Known(Bar[] bars, int size) {
            this.bars = bars;
            this.size = size;
        }
    }
}
