package io.trainyard.processor;

import io.trainyard.Resolution;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Bars of every weekday of a month, ending at 21:00 UTC. */
final class Weekdays implements BarSource {

    @Override
    public String description() {
        return "weekdays";
    }

    @Override
    public List<Subscription> available() {
        return List.of(new Subscription("SPY", Resolution.DAILY));
    }

    @Override
    public BarSeries load(Subscription subscription) {
        BarSeries.Builder series = BarSeries.of(subscription.symbol(), subscription.resolution());
        LocalDate.parse("2026-01-01")
                .datesUntil(LocalDate.parse("2026-02-01"))
                .filter(date -> date.getDayOfWeek().getValue() < 6)
                .forEach(date -> series.add(bar(date)));
        return series.build();
    }

    private static Bar bar(LocalDate date) {
        Instant end = Instant.parse(date + "T21:00:00Z");
        long begin = end.minus(Duration.ofMinutes(390)).toEpochMilli();
        return new Bar("SPY", begin, end.toEpochMilli(), 1, 1, 1, 1, 1_000);
    }
}
