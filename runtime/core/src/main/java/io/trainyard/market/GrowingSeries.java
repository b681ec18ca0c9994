package io.trainyard.market;

import java.util.Arrays;

/**
 * The latest bars of one symbol as they come. One thread adds, any thread reads: what has been added never changes. Old bars are let go
 * of a good many at a time, and so many more than are promised stay that a training which runs meanwhile still finds its own.
 */
final class GrowingSeries implements KnownBars {

    private final String symbol;
    private final int kept;
    private volatile Known known;

    /** A series that keeps at least {@code kept} bars. */
    GrowingSeries(String symbol, int kept) {
        this.symbol = symbol;
        this.kept = kept;
        this.known = new Known(symbol, kept, new Bar[64], 0, 0);
    }

    /** Adds a bar; false, and nothing is added, if it does not end after the last one. */
    boolean add(Bar bar) {
        Known now = known;
        if (now.size > 0 && bar.endMillis() <= now.bars[now.size - 1].endMillis()) {
            return false;
        }
        if (now.size >= 64 && now.size / 2 >= kept) {
            now = now.without(now.size - kept - kept / 2);
        }
        Bar[] bars = now.size < now.bars.length ? now.bars : Arrays.copyOf(now.bars, now.size * 2);
        bars[now.size] = bar;
        known = new Known(symbol, kept, bars, now.size + 1, now.dropped);
        return true;
    }

    @Override
    public KnownBars now() {
        return known;
    }

    @Override
    public String symbol() {
        return symbol;
    }

    @Override
    public int countUntil(long millis) {
        return known.countUntil(millis);
    }

    @Override
    public int first(int count) {
        return known.first(count);
    }

    @Override
    public Bar bar(int index) {
        return known.bar(index);
    }

    @Override
    public long endMillis(int index) {
        return known.endMillis(index);
    }

    @Override
    public double[] closes(int from, int to) {
        return known.closes(from, to);
    }

    /** How many bars are held, those beyond what is promised included. */
    int held() {
        return known.size;
    }

    /** Published as a whole, so that who sees the size sees the bars. Bars are counted from the first that there ever was. */
    private static final class Known implements KnownBars {
        private final String symbol;
        private final int kept;
        private final Bar[] bars;
        private final int size;
        private final int dropped;

        Known(String symbol, int kept, Bar[] bars, int size, int dropped) {
            this.symbol = symbol;
            this.kept = kept;
            this.bars = bars;
            this.size = size;
            this.dropped = dropped;
        }

        Known without(int oldest) {
            Bar[] rest = Arrays.copyOfRange(bars, oldest, bars.length);
            return new Known(symbol, kept, rest, size - oldest, dropped + oldest);
        }

        @Override
        public String symbol() {
            return symbol;
        }

        @Override
        public int countUntil(long millis) {
            int low = 0;
            int high = size;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (bars[middle].endMillis() <= millis) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return dropped + low;
        }

        @Override
        public int first(int known) {
            return Math.max(dropped, known - kept);
        }

        @Override
        public Bar bar(int index) {
            return bars[index - dropped];
        }

        @Override
        public long endMillis(int index) {
            return bar(index).endMillis();
        }

        @Override
        public double[] closes(int from, int to) {
            double[] closes = new double[to - from];
            for (int i = from; i < to; i++) {
                closes[i - from] = bar(i).close();
            }
            return closes;
        }
    }
}
