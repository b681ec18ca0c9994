package io.trainyard.market;

import io.trainyard.time.MarketClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is known of some series at the time that a clock shows. */
final class KnownHistory implements History {
    private final KnownBars[] series;
    private static final Logger LOG = LoggerFactory.getLogger(KnownHistory.class);

    private final MarketClock clock;
    /** Symbols of which somebody has asked for more bars than are kept. */
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    KnownHistory(KnownBars[] series, MarketClock clock) {
        this.series = series;
        this.clock = clock;
    }

    @Override
    public double[] closes(String symbol, int count) {
        return closes(find(symbol), count);
    }

    @Override
    public List<Bar> bars(String symbol, int count) {
        return bars(find(symbol), count);
    }

    @Override
    public double[] closes(int count) {
        return closes(only(), count);
    }

    @Override
    public List<Bar> bars(int count) {
        return bars(only(), count);
    }

    @Override
    public Optional<Instant> knownUntil() {
        long now = clock.now().toEpochMilli();
        return Arrays.stream(series)
                .map(KnownBars::now)
                .filter(one -> one.countUntil(now) > 0)
                .map(one -> Instant.ofEpochMilli(one.endMillis(one.countUntil(now) - 1)))
                .max(Instant::compareTo);
    }

    private double[] closes(KnownBars all, int count) {
        KnownBars one = all.now();
        int known = one.countUntil(clock.now().toEpochMilli());
        return one.closes(from(one, known, count), known);
    }

    private List<Bar> bars(KnownBars all, int count) {
        KnownBars one = all.now();
        int known = one.countUntil(clock.now().toEpochMilli());
        List<Bar> bars = new ArrayList<>();
        for (int i = from(one, known, count); i < known; i++) {
            bars.add(one.bar(i));
        }
        return List.copyOf(bars);
    }

    private int from(KnownBars one, int known, int count) {
        if (count < 0) {
            throw new IllegalArgumentException("asked for " + count + " bars: ask for 0 or more");
        }
        int first = one.first(known);
        if (known - count < first && first > 0 && told.add(one.symbol())) {
            LOG.warn(
                    "asked for {} bars of {}, of which only the latest {} are kept: keep more with Live.keepBars(...)",
                    count,
                    one.symbol(),
                    known - first);
        }
        return Math.max(first, known - count);
    }

    private KnownBars only() {
        if (series.length != 1) {
            throw new IllegalStateException("the strategy subscribes to " + symbols() + ": say which one");
        }
        return series[0];
    }

    private KnownBars find(String symbol) {
        for (KnownBars one : series) {
            if (one.symbol().equals(symbol)) {
                return one;
            }
        }
        throw new IllegalArgumentException("no subscription to " + symbol + ", only to " + symbols()
                + ": add @Subscribe(symbol = \"" + symbol + "\", ...) to the strategy");
    }

    private String symbols() {
        return Arrays.stream(series).map(KnownBars::symbol).collect(Collectors.joining(", "));
    }
}
