package io.trainyard.testkit.bars;

import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.calendar.Markets;
import io.trainyard.schedule.calendar.TradingCalendar;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bars of one symbol that are about to be made: on which days, and then at which prices. Each method returns the same object. */
public final class BarsBuilder {

    /** Shares or units in each bar whose volume nobody says. */
    static final double STANDARD_VOLUME = 1_000_000;

    private final Subscription subscription;
    private TradingCalendar calendar;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private double start = 100;
    private double spread;

    BarsBuilder(Subscription subscription) {
        this.subscription = subscription;
        this.calendar = calendar(subscription.market());
        this.spread = RandomWalk.standardSpread(subscription.resolution());
    }

    /**
     * On the days and in the hours of this market, in place of that which the symbol looks like.
     *
     * @param name as in {@link Markets}: {@code us-equity}, {@code crypto}, {@code forex}, {@code cme-index} or one of a file
     * @throws IllegalArgumentException if there is none of that name
     */
    public BarsBuilder market(String name) {
        calendar = calendar(name);
        return this;
    }

    /** On the days and in the hours of this calendar. */
    public BarsBuilder calendar(TradingCalendar other) {
        calendar = other;
        return this;
    }

    /** From the first session on or after this date, {@code 2024-01-02}. */
    public BarsBuilder from(String date) {
        from = LocalDate.parse(date);
        return this;
    }

    /** Until the last session on or before this date, {@code 2024-06-28}; for a random walk. */
    public BarsBuilder to(String date) {
        to = LocalDate.parse(date);
        return this;
    }

    /** The first open of a random walk; 100 where nothing is said. */
    public BarsBuilder opensAt(double price) {
        start = price;
        return this;
    }

    /**
     * The standard deviation of the return of one bar of a random walk, such as 0.01 for a percent; where nothing is said 0.01
     * for a day, 0.004 for an hour and 0.0005 for a minute.
     */
    public BarsBuilder moves(double standardDeviation) {
        spread = standardDeviation;
        return this;
    }

    /**
     * One bar for each price, on consecutive sessions or minutes of them: it opens at the close before it, the first one at its
     * own, closes at the price, and has nothing above or below.
     *
     * @throws IllegalArgumentException if no first day is said, or there is no price
     */
    public MadeBars closes(double... prices) {
        double[][] bars = new double[prices.length][];
        for (int i = 0; i < prices.length; i++) {
            double open = i == 0 ? prices[0] : prices[i - 1];
            bars[i] = new double[] {open, Math.max(open, prices[i]), Math.min(open, prices[i]), prices[i]};
        }
        return ohlc(bars);
    }

    /**
     * One bar for each row of open, high, low and close, with a volume as fifth number where one is wanted.
     *
     * @throws IllegalArgumentException if no first day is said, there is no row, or one has neither four nor five numbers
     */
    public MadeBars ohlc(double[]... rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no prices: give one for each bar of " + subscription);
        }
        List<Sessions.Stretch> stretches =
                new Sessions(calendar, subscription.resolution()).first(begin(), rows.length);
        BarSeries.Builder series = BarSeries.of(subscription.symbol(), subscription.resolution());
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            if (row.length != 4 && row.length != 5) {
                throw new IllegalArgumentException("bar " + (i + 1) + " of " + subscription + " has " + row.length
                        + " numbers, " + Bars.text(row) + ": give open, high, low, close, and volume if it matters");
            }
            series.add(
                    stretches.get(i).start(),
                    stretches.get(i).end(),
                    row[0],
                    row[1],
                    row[2],
                    row[3],
                    row.length == 5 ? row[4] : STANDARD_VOLUME);
        }
        return made(series.build(), rows.length + " given bars");
    }

    /**
     * A random walk over all sessions from the first day to the last: the same seed makes the same bars on every machine.
     * {@link RandomWalk} says how.
     *
     * @throws IllegalArgumentException if the first or the last day is not said, or no session is between them
     */
    public MadeBars randomWalk(long seed) {
        if (to == null) {
            throw new IllegalArgumentException(
                    "a random walk has a last day: say it with to(\"2024-06-28\"), for instance");
        }
        List<Sessions.Stretch> stretches = new Sessions(calendar, subscription.resolution()).between(begin(), to);
        if (stretches.isEmpty()) {
            throw new IllegalArgumentException("no session of " + calendar.name() + " from " + from + " to " + to
                    + ": name days on which it is open, the earlier one first");
        }
        return made(
                new RandomWalk(seed, start, spread).series(subscription, stretches), "random walk with seed " + seed);
    }

    private MadeBars made(BarSeries series, String how) {
        return new MadeBars(subscription, calendar.zone(), series, how);
    }

    private LocalDate begin() {
        if (from == null) {
            throw new IllegalArgumentException("bars have a first day: say it with from(\"2024-01-02\"), for instance");
        }
        return from;
    }

    private static TradingCalendar calendar(String market) {
        return Markets.named(market, BarsBuilder.class);
    }
}
