package io.trainyard.testkit.bars;

import io.trainyard.Resolution;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.data.BarSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where bars for tests begin.
 *
 * <pre>{@code
 * Bars.daily("SPY").from("2024-01-02").closes(470.1, 471.3, 468.9)
 * Bars.daily("SPY").from("2023-01-03").to("2024-06-28").randomWalk(42).split("2024-03-01", 4)
 * Bars.minutes("BTCUSD").from("2024-03-10").to("2024-03-11").randomWalk(7).halt("2024-03-10T12:30", "PT45M")
 * Bars.all(Bars.daily("SPY")..., Bars.daily("TLT")...)
 * }</pre>
 *
 * What comes of it is a {@link BarSource}: for {@link io.trainyard.host.Backtest#bars}, {@link
 * io.trainyard.host.Live#past}, and as {@link MadeBars#tape} for a {@link io.trainyard.market.ReplayFeed}.
 */
public final class Bars {

    private Bars() {}

    /** Daily bars, one of each regular session. */
    public static BarsBuilder daily(String symbol) {
        return new BarsBuilder(new Subscription(symbol, Resolution.DAILY));
    }

    /** Hourly bars within regular sessions: each ends at a full hour of the market's clock, or at the close. */
    public static BarsBuilder hours(String symbol) {
        return new BarsBuilder(new Subscription(symbol, Resolution.HOUR));
    }

    /** Bars of a minute within regular sessions. */
    public static BarsBuilder minutes(String symbol) {
        return new BarsBuilder(new Subscription(symbol, Resolution.MINUTE));
    }

    /** Bars of what somebody subscribes to: its symbol, resolution and market. */
    public static BarsBuilder of(Subscription subscription) {
        return new BarsBuilder(subscription);
    }

    /** A tape that {@link TapeFile#write} has written. */
    public static BarSource recorded(Path file) {
        return of(TapeFile.read(file), "tape " + file);
    }

    /** The bars of a tape. */
    public static BarSource of(Tape tape) {
        return of(tape, "tape of " + tape.series());
    }

    /** Several sources as one; of two that have the same bars the first one counts. */
    public static BarSource all(BarSource... sources) {
        List<BarSource> all = List.of(sources);
        return new BarSource() {
            @Override
            public String description() {
                return String.join(
                        ", ", all.stream().map(BarSource::description).toList());
            }

            @Override
            public List<Subscription> available() {
                return all.stream()
                        .flatMap(source -> source.available().stream())
                        .toList();
            }

            @Override
            public BarSeries load(Subscription subscription) {
                return all.stream()
                        .filter(source -> source.available().stream().anyMatch(one -> isSame(one, subscription)))
                        .findFirst()
                        .orElseThrow(() -> missing(subscription, available()))
                        .load(subscription);
            }
        };
    }

    private static BarSource of(Tape tape, String description) {
        return new BarSource() {
            @Override
            public String description() {
                return description;
            }

            @Override
            public List<Subscription> available() {
                return tape.series().stream()
                        .map(one -> new Subscription(one.symbol(), one.resolution()))
                        .toList();
            }

            @Override
            public BarSeries load(Subscription subscription) {
                return tape.series().stream()
                        .filter(one -> one.symbol().equals(subscription.symbol())
                                && one.resolution() == subscription.resolution())
                        .findFirst()
                        .orElseThrow(() -> missing(subscription, available()));
            }
        };
    }

    /** Whether both are of one symbol and resolution: a host guesses the market, a source knows it. */
    static boolean isSame(Subscription one, Subscription other) {
        return one.symbol().equals(other.symbol()) && one.resolution() == other.resolution();
    }

    static MarketDataException missing(Subscription wanted, List<Subscription> there) {
        return new MarketDataException(
                "no bars of " + wanted + " were made for this test",
                "there are " + (there.isEmpty() ? "none" : there) + " and nothing else",
                "add them, with Bars.all(...) beside the others");
    }

    /** The bars of {@code series} for which {@code kept} is true at their index. */
    static BarSeries only(BarSeries series, boolean[] kept) {
        BarSeries.Builder builder = BarSeries.of(series.symbol(), series.resolution());
        for (int i = 0; i < series.size(); i++) {
            if (kept[i]) {
                builder.add(series.bar(i));
            }
        }
        return builder.build();
    }

    /** Prices as text, for messages. */
    static String text(double[] prices) {
        List<String> texts = new ArrayList<>();
        Arrays.stream(prices).forEach(price -> texts.add(String.valueOf(price)));
        return String.join(", ", texts);
    }
}
