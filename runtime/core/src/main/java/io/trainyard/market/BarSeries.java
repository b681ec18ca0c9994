package io.trainyard.market;

import io.trainyard.Resolution;
import java.time.Instant;
import java.util.Arrays;

/**
 * The bars of one symbol at one resolution, in columns, ascending by the end of the bar. Immutable.
 */
public final class BarSeries implements KnownBars {

    private final String symbol;
    private final Resolution resolution;
    private final int size;
    private final long[] starts;
    private final long[] ends;
    private final double[] opens;
    private final double[] highs;
    private final double[] lows;
    private final double[] closes;
    private final double[] volumes;

    private BarSeries(String symbol, Builder from) {
        this.symbol = symbol;
        this.resolution = from.resolution;
        this.size = from.size;
        this.starts = Arrays.copyOf(from.starts, size);
        this.ends = Arrays.copyOf(from.ends, size);
        this.opens = Arrays.copyOf(from.opens, size);
        this.highs = Arrays.copyOf(from.highs, size);
        this.lows = Arrays.copyOf(from.lows, size);
        this.closes = Arrays.copyOf(from.closes, size);
        this.volumes = Arrays.copyOf(from.volumes, size);
    }

    private BarSeries(String symbol, BarSeries same) {
        this.symbol = symbol;
        this.resolution = same.resolution;
        this.size = same.size;
        this.starts = same.starts;
        this.ends = same.ends;
        this.opens = same.opens;
        this.highs = same.highs;
        this.lows = same.lows;
        this.closes = same.closes;
        this.volumes = same.volumes;
    }

    /** Collects the bars of {@code symbol}. */
    public static Builder of(String symbol, Resolution resolution) {
        return new Builder(symbol, resolution);
    }

    /** The same bars under another symbol. */
    public BarSeries as(String other) {
        return new BarSeries(other, this);
    }

    /** The ticker. */
    @Override
    public String symbol() {
        return symbol;
    }

    /** The length of one bar. */
    public Resolution resolution() {
        return resolution;
    }

    /** How many bars there are. */
    public int size() {
        return size;
    }

    /** The bar at {@code index}, from 0 for the oldest. */
    @Override
    public Bar bar(int index) {
        return new Bar(
                symbol,
                starts[index],
                ends[index],
                opens[index],
                highs[index],
                lows[index],
                closes[index],
                volumes[index]);
    }

    /** When the bar at {@code index} ends, in milliseconds since 1970-01-01T00:00Z. */
    @Override
    public long endMillis(int index) {
        return ends[index];
    }

    /** How many bars end at or before {@code millis}, milliseconds since 1970-01-01T00:00Z. */
    @Override
    public int countUntil(long millis) {
        int found = Arrays.binarySearch(ends, millis);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The closes from {@code from} to before {@code to}, oldest first. */
    @Override
    public double[] closes(int from, int to) {
        return Arrays.copyOfRange(closes, from, to);
    }

    @Override
    public String toString() {
        return symbol + " " + resolution + " (" + size + " bars)";
    }

    /** Collects bars in the order of their time. */
    public static final class Builder {

        private final String symbol;
        private final Resolution resolution;
        private int size;
        private long[] starts = new long[256];
        private long[] ends = new long[256];
        private double[] opens = new double[256];
        private double[] highs = new double[256];
        private double[] lows = new double[256];
        private double[] closes = new double[256];
        private double[] volumes = new double[256];

        private Builder(String symbol, Resolution resolution) {
            this.symbol = symbol;
            this.resolution = resolution;
        }

        /**
         * Adds a bar; times are milliseconds since 1970-01-01T00:00Z.
         *
         * @throws MarketDataException if the bar ends before it starts or not after the one before, or a price is not a
         *     finite number
         */
        public Builder add(
                long startMillis, long endMillis, double open, double high, double low, double close, double volume) {
            if (endMillis < startMillis
                    || (size > 0 && endMillis <= ends[size - 1])
                    || !Double.isFinite(open + high + low + close + volume)) {
                throw refused(new Bar(symbol, startMillis, endMillis, open, high, low, close, volume));
            }
            if (size == starts.length) {
                grow();
            }
            starts[size] = startMillis;
            ends[size] = endMillis;
            opens[size] = open;
            highs[size] = high;
            lows[size] = low;
            closes[size] = close;
            volumes[size] = volume;
            size++;
            return this;
        }

        /** Adds a bar of the symbol. */
        public Builder add(Bar bar) {
            return add(
                    bar.startMillis(), bar.endMillis(), bar.open(), bar.high(), bar.low(), bar.close(), bar.volume());
        }

        /** How many bars were added. */
        public int size() {
            return size;
        }

        /** The bars so far. */
        public BarSeries build() {
            return new BarSeries(symbol, this);
        }

        private MarketDataException refused(Bar bar) {
            String what = bar.symbol() + " bar from " + bar.start() + " to " + bar.end();
            if (bar.endMillis() < bar.startMillis()) {
                return new MarketDataException(
                        what, "it ends before it starts", "check the time zone and the order of columns");
            }
            if (size > 0 && bar.endMillis() <= ends[size - 1]) {
                return new MarketDataException(
                        what,
                        "it does not end after the bar before it, which ends at "
                                + Instant.ofEpochMilli(ends[size - 1]),
                        "sort the data by time, oldest first, and drop what is there twice");
            }
            return new MarketDataException(
                    what, "it has a value that is not a finite number: " + bar, "repair the bar or drop it");
        }

        private void grow() {
            int length = size * 2;
            starts = Arrays.copyOf(starts, length);
            ends = Arrays.copyOf(ends, length);
            opens = Arrays.copyOf(opens, length);
            highs = Arrays.copyOf(highs, length);
            lows = Arrays.copyOf(lows, length);
            closes = Arrays.copyOf(closes, length);
            volumes = Arrays.copyOf(volumes, length);
        }
    }
}
