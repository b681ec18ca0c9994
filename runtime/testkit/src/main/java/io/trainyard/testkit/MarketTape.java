package io.trainyard.testkit;

import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Slice;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import io.trainyard.strategy.StrategyDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The bars of a test: those that are still to come, and those that are over, which the next process finds as its past. */
final class MarketTape implements BarSource {

    private final StrategyDefinition strategy;
    private final List<String> symbols;
    /** By the end of the bar, in milliseconds since 1970, and by symbol. */
    private final NavigableMap<Long, Map<String, Bar>> over = new TreeMap<>();

    private final NavigableMap<Long, Map<String, Bar>> toCome = new TreeMap<>();

    MarketTape(StrategyDefinition strategy) {
        this.strategy = strategy;
        this.symbols =
                strategy.subscriptions().stream().map(Subscription::symbol).toList();
    }

    /** All bars that a source has of what the strategy subscribes to; it has some. */
    static List<Bar> bars(StrategyDefinition strategy, BarSource source) {
        List<Bar> bars = new ArrayList<>();
        List<Subscription> available = source.available();
        List<Subscription> wanted = strategy.subscriptions().stream()
                .filter(one -> available.stream()
                        .anyMatch(
                                other -> other.symbol().equals(one.symbol()) && other.resolution() == one.resolution()))
                .toList();
        // where it has none, it says itself what it has
        (wanted.isEmpty() ? strategy.subscriptions() : wanted).forEach(one -> bars.addAll(bars(source.load(one))));
        return bars;
    }

    static List<Bar> bars(BarSeries... series) {
        List<Bar> bars = new ArrayList<>();
        for (BarSeries one : series) {
            for (int i = 0; i < one.size(); i++) {
                bars.add(one.bar(i));
            }
        }
        return bars;
    }

    /** Bars that were there before. */
    void addPast(List<Bar> bars) {
        bars.forEach(bar -> add(over, bar));
    }

    /** Bars that will come. */
    void addFuture(List<Bar> bars) {
        bars.forEach(bar -> add(toCome, bar));
    }

    private void add(NavigableMap<Long, Map<String, Bar>> bars, Bar bar) {
        if (!symbols.contains(bar.symbol())) {
            throw new IllegalArgumentException(strategy.name() + " does not subscribe to " + bar.symbol()
                    + "\n    why:  a host brings a strategy the bars of its subscriptions and no others; it has "
                    + strategy.subscriptions()
                    + "\n    fix:  give bars of " + (symbols.isEmpty() ? "nothing" : symbols.get(0))
                    + ", or add @Subscribe(symbol = \"" + bar.symbol() + "\", ...) to the strategy");
        }
        bars.computeIfAbsent(bar.endMillis(), any -> new LinkedHashMap<>()).put(bar.symbol(), bar);
    }

    /** When the first bar of all begins; empty if there are none. */
    Optional<Instant> firstStart() {
        return toCome.values().stream()
                .flatMap(bars -> bars.values().stream())
                .map(Bar::start)
                .min(Instant::compareTo);
    }

    /** When the last bar of the past has ended. */
    Optional<Instant> lastPast() {
        return over.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(over.lastKey()));
    }

    /** When the next bars come. */
    Optional<Instant> next() {
        return toCome.isEmpty() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(toCome.firstKey()));
    }

    /** The next bars, which are over from here on. */
    Slice take() {
        Map.Entry<Long, Map<String, Bar>> next = toCome.pollFirstEntry();
        over.put(next.getKey(), next.getValue());
        return Slice.of(symbols.stream()
                .map(next.getValue()::get)
                .filter(java.util.Objects::nonNull)
                .toArray(Bar[]::new));
    }

    /** Bars that came while nobody was there, or before, are past. */
    void pass(Instant until) {
        NavigableMap<Long, Map<String, Bar>> passed = toCome.headMap(until.toEpochMilli(), true);
        over.putAll(passed);
        passed.clear();
    }

    @Override
    public String description() {
        return "the bars of a test";
    }

    @Override
    public List<Subscription> available() {
        return strategy.subscriptions();
    }

    @Override
    public BarSeries load(Subscription subscription) {
        BarSeries.Builder series = BarSeries.of(subscription.symbol(), subscription.resolution());
        over.values().stream()
                .map(bars -> bars.get(subscription.symbol()))
                .filter(java.util.Objects::nonNull)
                .forEach(series::add);
        return series.build();
    }
}
