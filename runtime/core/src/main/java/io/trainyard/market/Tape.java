package io.trainyard.market;

import io.trainyard.time.MarketClock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Recorded bars of one or more symbols, one series each: a feed to replay and the history to go with it. Immutable. */
public final class Tape {

    private final BarSeries[] series;

    private Tape(BarSeries[] series) {
        this.series = series;
    }

    /**
     * A tape of the given series, in the order in which slices list their bars.
     *
     * @throws IllegalArgumentException if there is none, or two are of one symbol
     */
    public static Tape of(List<BarSeries> series) {
        if (series.isEmpty()) {
            throw new IllegalArgumentException("a tape has at least one series");
        }
        List<String> symbols = series.stream().map(BarSeries::symbol).toList();
        if (symbols.stream().distinct().count() < symbols.size()) {
            throw new IllegalArgumentException("a tape has one series of a symbol, not " + symbols);
        }
        return new Tape(series.toArray(BarSeries[]::new));
    }

    /** The series. */
    public List<BarSeries> series() {
        return List.of(series);
    }

    /** How many bars end after {@code from} and at or before {@code to}. */
    public long count(Instant from, Instant to) {
        return Arrays.stream(series)
                .mapToLong(one -> one.countUntil(to.toEpochMilli()) - one.countUntil(from.toEpochMilli()))
                .sum();
    }

    /** The slices whose time is after {@code from} and at or before {@code to}. */
    public MarketFeed feed(Instant from, Instant to) {
        return series.length == 1 ? new OneSeriesFeed(series[0], from, to) : new MergedFeed(series, from, to);
    }

    /** What is known of this tape at the time that {@code clock} shows. */
    public History history(MarketClock clock) {
        return new KnownHistory(series, clock);
    }

    private static final class OneSeriesFeed implements MarketFeed {
        private final BarSeries series;
        private final int end;
        private int next;

        OneSeriesFeed(BarSeries series, Instant from, Instant to) {
            this.series = series;
            this.next = series.countUntil(from.toEpochMilli());
            this.end = series.countUntil(to.toEpochMilli());
        }

        @Override
        public @Nullable Slice next() {
            if (next >= end) {
                return null;
            }
            Bar bar = series.bar(next++);
            return new Slice(bar.endMillis(), bar);
        }
    }

    private static final class MergedFeed implements MarketFeed {
        private final BarSeries[] series;
        private final int[] end;
        private final int[] next;
        private final Bar[] found;

        MergedFeed(BarSeries[] series, Instant from, Instant to) {
            this.series = series;
            this.next = counts(series, from);
            this.end = counts(series, to);
            this.found = new Bar[series.length];
        }

        @Override
        public @Nullable Slice next() {
            long time = Long.MAX_VALUE;
            for (int i = 0; i < series.length; i++) {
                if (next[i] < end[i]) {
                    time = Math.min(time, series[i].endMillis(next[i]));
                }
            }
            int bars = 0;
            for (int i = 0; i < series.length; i++) {
                if (next[i] < end[i] && series[i].endMillis(next[i]) == time) {
                    found[bars++] = series[i].bar(next[i]++);
                }
            }
            return bars == 0 ? null : new Slice(time, Arrays.copyOf(found, bars));
        }

        private static int[] counts(BarSeries[] series, Instant until) {
            return Arrays.stream(series)
                    .mapToInt(one -> one.countUntil(until.toEpochMilli()))
                    .toArray();
        }
    }
}
