package io.trainyard.testkit.laws;

import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketFeed;
import io.trainyard.market.Slice;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.testkit.bars.Bars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * What a strategy is run over.
 *
 * @param tape the bars of its subscriptions, those before {@code from} are its history
 * @param from the day at whose beginning it is deployed
 * @param to the last day
 * @param patience how long one run may take, machine time
 */
record Stage(Tape tape, LocalDate from, LocalDate to, Duration patience) {

    BarSource bars() {
        return Bars.of(tape);
    }

    Stage with(Tape other) {
        return new Stage(other, from, to, patience);
    }

    Instant start(StrategyDefinition definition) {
        return from.atStartOfDay(definition.zone()).toInstant();
    }

    Instant end(StrategyDefinition definition) {
        return to.plusDays(1).atStartOfDay(definition.zone()).toInstant();
    }

    /** The times of its slices, ascending. */
    List<Instant> times(StrategyDefinition definition) {
        List<Instant> times = new ArrayList<>();
        MarketFeed feed = tape.feed(start(definition), end(definition));
        for (Slice slice = feed.next(); slice != null; slice = feed.next()) {
            times.add(slice.time());
        }
        return times;
    }

    /** The same up to a moment, and nothing after it. */
    Stage endingAt(Instant cut) {
        return with(mapped(series -> {
            BarSeries.Builder known = BarSeries.of(series.symbol(), series.resolution());
            for (int i = 0; i < series.countUntil(cut.toEpochMilli()); i++) {
                known.add(series.bar(i));
            }
            return known.build();
        }));
    }

    /** The same up to a moment, and after it bars that go their own way: a jump by up to a quarter, then another walk. */
    Stage changedAfter(Instant cut, long seed) {
        return with(mapped(series -> {
            Random random = new Random(seed * 31 + series.symbol().hashCode());
            double factor = random.nextBoolean() ? 1.05 + random.nextDouble() / 5 : 0.95 - random.nextDouble() / 5;
            BarSeries.Builder other = BarSeries.of(series.symbol(), series.resolution());
            int known = series.countUntil(cut.toEpochMilli());
            for (int i = 0; i < series.size(); i++) {
                Bar bar = series.bar(i);
                if (i >= known) {
                    factor *= 1 + 0.04 * (random.nextDouble() - 0.5);
                    bar = times(bar, factor);
                }
                other.add(bar);
            }
            return other.build();
        }));
    }

    private Tape mapped(UnaryOperator<BarSeries> change) {
        return Tape.of(tape.series().stream().map(change).toList());
    }

    private static Bar times(Bar bar, double factor) {
        return new Bar(
                bar.symbol(),
                bar.startMillis(),
                bar.endMillis(),
                bar.open() * factor,
                bar.high() * factor,
                bar.low() * factor,
                bar.close() * factor,
                bar.volume());
    }
}
