package io.trainyard.console;

import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a recording is replayed, on the market clock of the recording: as a backtest would run over it, from the
 * beginning of its first day to the end of its last, where nothing else is said.
 *
 * @param from market time of the deployment
 * @param to market time of the end
 */
record Rehearsal(Instant from, Instant to) {

    /**
     * Plans a replay, and tells the feed of it.
     *
     * @param reached up to when an earlier process has come, null if there was none
     * @param until where the user wants it to end, null for at the end
     */
    static Rehearsal of(ReplayFeed feed, ZoneId zone, @Nullable Instant reached, @Nullable Instant until) {
        Tape tape = feed.tape();
        Instant to = feed.end().orElseGet(() -> lastDay(tape, zone).plusDays(1).atStartOfDay(zone).toInstant());
        if (until != null && until.isBefore(to)) {
            to = until;
            feed.to(until);
        }
        Instant from = feed.begin()
                .orElseGet(() -> reached != null
                        ? reached
                        : firstDay(tape, zone).atStartOfDay(zone).toInstant());
        if (feed.begin().isEmpty() && reached != null) {
            feed.from(reached);
        }
        return new Rehearsal(from, to);
    }

    /** Whether nothing is left of it. */
    boolean isOver(ReplayFeed feed) {
        return !from.isBefore(to) || feed.tape().count(from, to) == 0;
    }

    private static LocalDate firstDay(Tape tape, ZoneId zone) {
        return tape.series().stream()
                .filter(one -> one.size() > 0)
                .map(one -> one.bar(0).start())
                .min(Instant::compareTo)
                .orElseThrow(Rehearsal::noBars)
                .atZone(zone)
                .toLocalDate();
    }

    private static LocalDate lastDay(Tape tape, ZoneId zone) {
        return tape.series().stream()
                .filter(one -> one.size() > 0)
                .map(one -> one.bar(one.size() - 1).end().minusMillis(1))
                .max(Instant::compareTo)
                .orElseThrow(Rehearsal::noBars)
                .atZone(zone)
                .toLocalDate();
    }

    private static MarketDataException noBars() {
        return new MarketDataException("the recording has no bars", "all of its series are empty", "take another");
    }

    /** The bars of a recording as a source of history. */
    static BarSource history(Tape tape) {
        return new BarSource() {
            @Override
            public String description() {
                return "the recording itself";
            }

            @Override
            public List<Subscription> available() {
                return tape.series().stream()
                        .map(series -> new Subscription(series.symbol(), series.resolution()))
                        .toList();
            }

            @Override
            public BarSeries load(Subscription subscription) {
                return tape.series().stream()
                        .filter(series -> series.symbol().equals(subscription.symbol()))
                        .findFirst()
                        .orElseThrow(() -> new MarketDataException(
                                "no bars of " + subscription, "the recording has " + available(), "take another"));
            }
        };
    }
}
