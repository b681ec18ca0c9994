package io.trainyard.schedule;

import io.trainyard.Hours;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A time counted from the earliest open or the latest close of several markets on a date. */
record JointMarketTime(List<TradingCalendar> markets, boolean open, Duration delay, Hours hours) implements TimeRule {

    static TimeRule of(List<TradingCalendar> markets, boolean open, Duration delay, Hours hours) {
        if (markets.isEmpty()) {
            throw new IllegalArgumentException("the first open and the last close are those of one market at least");
        }
        List<TradingCalendar> closing =
                markets.stream().filter(JointMarketTime::closes).distinct().toList();
        List<TradingCalendar> different =
                closing.isEmpty() ? markets.stream().distinct().toList() : closing;
        return different.size() == 1
                ? new MarketTime(different.get(0), open, delay, hours)
                : new JointMarketTime(different, open, delay, hours);
    }

    /** The midnight of a market that is always open is neither an open nor a close. */
    private static boolean closes(TradingCalendar market) {
        return market.nextClose(Instant.EPOCH, Hours.EXTENDED).isPresent()
                || market.nextOpen(Instant.EPOCH, Hours.EXTENDED).isPresent();
    }

    @Override
    public List<Instant> on(LocalDate date, WallClock clock) {
        Stream<Instant> instants = markets.stream()
                .flatMap(market -> (open ? market.open(date, hours) : market.close(date, hours)).stream());
        Optional<Instant> first =
                open ? instants.min(Comparator.naturalOrder()) : instants.max(Comparator.naturalOrder());
        return first.map(at -> List.of(at.plus(delay))).orElse(List.of());
    }

    @Override
    public Reach reach(WallClock clock) {
        return markets.stream()
                .map(market -> new MarketTime(market, open, delay, hours).reach(clock))
                .reduce(Reach::and)
                .orElse(Reach.WIDE);
    }

    @Override
    public String toString() {
        return MarketTime.words(
                delay,
                "the " + (open ? "first " : "last ") + hours + (open ? " open" : " close") + " of "
                        + Words.list(markets.stream().map(TradingCalendar::name).toList()));
    }
}
