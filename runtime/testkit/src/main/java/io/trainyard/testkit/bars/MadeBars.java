package io.trainyard.testkit.bars;

import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Bars of one symbol that were made for a test, and what may happen to bars. Immutable; each method returns a changed copy.
 * Dates and times are those of the market's zone: {@code 2024-03-01}, or {@code 2024-03-01T10:30}.
 */
public final class MadeBars implements BarSource {

    private final Subscription subscription;
    private final ZoneId zone;
    private final BarSeries series;
    private final String how;

    MadeBars(Subscription subscription, ZoneId zone, BarSeries series, String how) {
        this.subscription = subscription;
        this.zone = zone;
        this.series = series;
        this.how = how;
    }

    /**
     * Without the bars of these dates, both included: a vendor who lost some.
     *
     * @throws IllegalArgumentException if there is no bar on them
     */
    public MadeBars gap(String fromDate, String toDate) {
        long from = midnight(LocalDate.parse(fromDate));
        long to = midnight(LocalDate.parse(toDate).plusDays(1));
        return without(from, to, "gap from " + fromDate + " to " + toDate);
    }

    /**
     * Without the bars that begin in a stretch of time: a halt. A bar that had begun before is left as it is.
     *
     * @param time when it begins, {@code 2024-03-01T10:30}
     * @param length an ISO 8601 duration such as {@code PT5M}
     * @throws IllegalArgumentException if no bar begins in it
     */
    public MadeBars halt(String time, String length) {
        Instant from = LocalDateTime.parse(time).atZone(zone).toInstant();
        return without(
                from.toEpochMilli(),
                from.plus(Duration.parse(length)).toEpochMilli(),
                "halt at " + time + " for " + length);
    }

    /**
     * Splits the stock and does not adjust what is before: from the date on prices are divided by {@code ratio}, volumes
     * multiplied.
     *
     * @param ratio 4 for four new shares of an old one, 0.1 for a reverse split of one to ten
     * @throws IllegalArgumentException if there is no bar on or after the date, or the ratio is not positive
     */
    public MadeBars split(String date, double ratio) {
        if (!(ratio > 0 && Double.isFinite(ratio))) {
            throw new IllegalArgumentException(
                    "a split of " + ratio + ": say how many new shares there are for an old one, 4 for instance");
        }
        long from = midnight(LocalDate.parse(date));
        return changed(
                bar -> bar.endMillis() > from,
                bar -> new Bar(
                        bar.symbol(),
                        bar.startMillis(),
                        bar.endMillis(),
                        bar.open() / ratio,
                        bar.high() / ratio,
                        bar.low() / ratio,
                        bar.close() / ratio,
                        bar.volume() * ratio),
                "split on " + date + " by " + ratio);
    }

    /**
     * One bad tick: the close of the bar at this time is multiplied by {@code factor}, and its high or low reaches there. The
     * next bar is as if nothing had been.
     *
     * @param time a date for a daily bar, else a time within the bar
     * @throws IllegalArgumentException if no bar is there, or the factor is not positive
     */
    public MadeBars badTick(String time, double factor) {
        if (!(factor > 0 && Double.isFinite(factor))) {
            throw new IllegalArgumentException("a bad tick of " + factor + " times the price: take 10, or 0.01");
        }
        Instant from = time.contains("T")
                ? LocalDateTime.parse(time).atZone(zone).toInstant()
                : LocalDate.parse(time).atStartOfDay(zone).toInstant();
        Instant to = time.contains("T")
                ? from.plusMillis(1)
                : LocalDate.parse(time).plusDays(1).atStartOfDay(zone).toInstant();
        boolean[] done = new boolean[1];
        return changed(
                bar -> {
                    boolean hit =
                            !done[0] && bar.start().isBefore(to) && bar.end().isAfter(from);
                    done[0] |= hit;
                    return hit;
                },
                bar -> {
                    double close = bar.close() * factor;
                    return new Bar(
                            bar.symbol(),
                            bar.startMillis(),
                            bar.endMillis(),
                            bar.open(),
                            Math.max(bar.high(), close),
                            Math.min(bar.low(), close),
                            close,
                            bar.volume());
                },
                "bad tick at " + time + " by " + factor);
    }

    /** All of them. */
    public BarSeries series() {
        return series;
    }

    /** All of them, to replay. */
    public Tape tape() {
        return Tape.of(List.of(series));
    }

    @Override
    public String description() {
        return subscription + ", " + how;
    }

    @Override
    public List<Subscription> available() {
        return List.of(subscription);
    }

    @Override
    public BarSeries load(Subscription wanted) {
        if (!Bars.isSame(wanted, subscription)) {
            throw Bars.missing(wanted, available());
        }
        return series;
    }

    @Override
    public String toString() {
        return description();
    }

    private long midnight(LocalDate date) {
        return date.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private MadeBars without(long from, long to, String what) {
        boolean[] kept = new boolean[series.size()];
        Arrays.fill(kept, true);
        boolean any = false;
        for (int i = 0; i < kept.length; i++) {
            long start = series.bar(i).startMillis();
            if (start >= from && start < to) {
                kept[i] = false;
                any = true;
            }
        }
        check(any, what);
        return new MadeBars(subscription, zone, Bars.only(series, kept), how + ", " + what);
    }

    private MadeBars changed(java.util.function.Predicate<Bar> which, UnaryOperator<Bar> change, String what) {
        BarSeries.Builder other = BarSeries.of(series.symbol(), series.resolution());
        boolean any = false;
        for (int i = 0; i < series.size(); i++) {
            Bar bar = series.bar(i);
            boolean hit = which.test(bar);
            any |= hit;
            other.add(hit ? change.apply(bar) : bar);
        }
        check(any, what);
        return new MadeBars(subscription, zone, other.build(), how + ", " + what);
    }

    private void check(boolean any, String what) {
        if (!any) {
            throw new IllegalArgumentException(what + " changes nothing: " + subscription + " has bars from "
                    + (series.size() == 0
                            ? "no day at all"
                            : day(series.bar(0).start()) + " to "
                                    + day(series.bar(series.size() - 1).end()))
                    + ", on days on which its market is open");
        }
    }

    private LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
