package io.trainyard.testkit.laws;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.testkit.bars.Bars;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The stage where nobody brings bars: a random walk of each symbol, on the days of its market. Daily strategies are deployed from
 * September 2023 to March 2024, with 15 months of bars before that: Thanksgiving with its half day, Christmas, both changes of
 * the clocks and the ends of seven months are among them. Hours are from January, minutes from the end of February to the
 * week of the change in March.
 */
final class KitBars {

    private KitBars() {}

    static Stage stage(StrategyDefinition definition, long seed, Duration patience) {
        Resolution finest = definition.subscriptions().stream()
                .map(Subscription::resolution)
                .min(Resolution::compareTo)
                .orElseThrow(() -> new IllegalArgumentException(definition.name()
                        + " subscribes to no bars, and laws are tried on bars: add @Subscribe to the strategy"));
        List<BarSeries> all = new ArrayList<>();
        for (Subscription subscription : definition.subscriptions()) {
            all.add(Bars.of(subscription)
                    .from(beginning(subscription.resolution(), finest))
                    .to(last(finest))
                    .randomWalk(seed * 1_000 + all.size())
                    .series());
        }
        return new Stage(Tape.of(all), LocalDate.parse(deployment(finest)), LocalDate.parse(last(finest)), patience);
    }

    private static String beginning(Resolution resolution, Resolution finest) {
        return switch (resolution) {
            case DAILY -> "2022-06-01";
            case HOUR -> finest == Resolution.HOUR ? "2023-10-02" : "2023-12-01";
            case MINUTE -> "2024-02-12";
        };
    }

    private static String deployment(Resolution finest) {
        return switch (finest) {
            case DAILY -> "2023-09-01";
            case HOUR -> "2024-01-16";
            case MINUTE -> "2024-02-27";
        };
    }

    private static String last(Resolution finest) {
        return finest == Resolution.MINUTE ? "2024-03-12" : "2024-03-28";
    }

    /** The stage on bars that somebody brings: deployed after the first third of them where no day is said. */
    static Stage stage(
            StrategyDefinition definition,
            BarSource bars,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Duration patience) {
        List<BarSeries> all = new ArrayList<>();
        for (Subscription subscription : definition.subscriptions()) {
            all.add(bars.load(subscription).as(subscription.symbol()));
        }
        Tape tape = Tape.of(all);
        Instant first = all.stream()
                .filter(series -> series.size() > 0)
                .map(series -> series.bar(0).start())
                .min(Instant::compareTo)
                .orElseThrow(() -> new IllegalArgumentException("no bars in " + bars.description()));
        Instant end = all.stream()
                .filter(series -> series.size() > 0)
                .map(series -> series.bar(series.size() - 1).end().minusMillis(1))
                .max(Instant::compareTo)
                .orElseThrow();
        LocalDate firstDay = first.atZone(definition.zone()).toLocalDate();
        LocalDate lastDay = end.atZone(definition.zone()).toLocalDate();
        LocalDate third = firstDay.plusDays(ChronoUnit.DAYS.between(firstDay, lastDay) / 3);
        return new Stage(tape, from != null ? from : third, to != null ? to : lastDay, patience);
    }
}
