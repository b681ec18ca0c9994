package io.trainyard.testkit.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.Resolution;
import io.trainyard.market.Bar;
import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.ReplayFeed;
import io.trainyard.market.Subscription;
import io.trainyard.market.Tape;
import io.trainyard.market.TapeFingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BarsTest {

    @TempDir
    private Path folder;

    private static List<String> ends(BarSeries series) {
        List<String> ends = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            ends.add(series.bar(i).end().toString());
        }
        return ends;
    }

    private static String mark(Tape tape) {
        return new TapeFingerprint(tape).at(Instant.ofEpochMilli(Long.MAX_VALUE));
    }

    @Test
    void closes_are_put_on_trading_days_with_their_half_days() {
        // Thanksgiving is no trading day, the day after it has a close at 13:00
        BarSeries series =
                Bars.daily("SPY").from("2023-11-22").closes(100, 101, 99).series();

        assertThat(ends(series))
                .containsExactly("2023-11-22T21:00:00Z", "2023-11-24T18:00:00Z", "2023-11-27T21:00:00Z");
        assertThat(series.bar(1))
                .isEqualTo(new Bar(
                        "SPY",
                        Instant.parse("2023-11-24T14:30:00Z").toEpochMilli(),
                        Instant.parse("2023-11-24T18:00:00Z").toEpochMilli(),
                        100,
                        101,
                        100,
                        101,
                        1_000_000));
    }

    @Test
    void rows_have_their_own_highs_lows_and_volumes() {
        BarSeries series = Bars.daily("SPY")
                .from("2024-01-02")
                .ohlc(new double[] {1, 4, 0.5, 2}, new double[] {2, 5, 1, 3, 77})
                .series();

        assertThat(series.bar(0).high()).isEqualTo(4);
        assertThat(series.bar(1).volume()).isEqualTo(77);
    }

    @Test
    void hours_and_minutes_fill_the_sessions_of_a_market() {
        BarSeries hours = Bars.hours("SPY")
                .from("2024-01-02")
                .to("2024-01-02")
                .randomWalk(1)
                .series();
        BarSeries minutes = Bars.minutes("SPY")
                .from("2024-01-02")
                .to("2024-01-03")
                .randomWalk(1)
                .series();
        BarSeries crypto = Bars.minutes("BTCUSD")
                .from("2024-01-06")
                .to("2024-01-06")
                .randomWalk(1)
                .series();

        assertThat(ends(hours))
                .containsExactly(
                        "2024-01-02T15:00:00Z",
                        "2024-01-02T16:00:00Z",
                        "2024-01-02T17:00:00Z",
                        "2024-01-02T18:00:00Z",
                        "2024-01-02T19:00:00Z",
                        "2024-01-02T20:00:00Z",
                        "2024-01-02T21:00:00Z");
        assertThat(minutes.size()).isEqualTo(2 * 390);
        assertThat(crypto.size()).isEqualTo(24 * 60);
    }

    /** The figures are those of any machine: the walk is written down in {@link RandomWalk}. */
    @Test
    void a_random_walk_is_the_same_on_every_machine() {
        MadeBars walk = Bars.daily("SPY").from("2023-01-03").to("2023-12-29").randomWalk(42);

        assertThat(walk.series().size()).isEqualTo(250);
        assertThat(walk.series().bar(0).close()).isEqualTo(99.11);
        assertThat(walk.series().bar(249).close()).isEqualTo(87.85);
        assertThat(mark(walk.tape())).startsWith("b0fb0aed5deb3b4d");
        assertThat(mark(Bars.daily("SPY")
                        .from("2023-01-03")
                        .to("2023-12-29")
                        .randomWalk(43)
                        .tape()))
                .isNotEqualTo(mark(walk.tape()));
    }

    @Test
    void every_bar_of_a_walk_makes_sense() {
        BarSeries series = Bars.hours("SPY")
                .from("2023-01-03")
                .to("2023-12-29")
                .moves(0.02)
                .randomWalk(7)
                .series();

        for (int i = 0; i < series.size(); i++) {
            Bar bar = series.bar(i);
            assertThat(bar.low()).isPositive().isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
            assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
            assertThat(bar.volume()).isBetween(500_000.0, 1_500_000.0);
        }
    }

    @Test
    void bars_get_lost_in_a_gap_and_in_a_halt() {
        MadeBars days = Bars.daily("SPY").from("2024-01-02").to("2024-01-12").randomWalk(1);
        MadeBars minutes =
                Bars.minutes("SPY").from("2024-01-02").to("2024-01-02").randomWalk(1);

        assertThat(days.series().size()).isEqualTo(9);
        assertThat(days.gap("2024-01-04", "2024-01-08").series().size()).isEqualTo(6);
        assertThat(minutes.halt("2024-01-02T10:30", "PT5M").series().size()).isEqualTo(385);
        assertThatThrownBy(() -> days.gap("2024-01-06", "2024-01-07"))
                .hasMessageStartingWith("gap from 2024-01-06 to 2024-01-07 changes nothing: SPY daily has bars from"
                        + " 2024-01-02 to 2024-01-12");
    }

    @Test
    void a_split_is_not_adjusted() {
        MadeBars walk = Bars.daily("SPY").from("2024-01-02").closes(400, 404, 408, 412);
        BarSeries split = walk.split("2024-01-04", 4).series();

        assertThat(split.bar(1).close()).isEqualTo(404);
        assertThat(split.bar(2).close()).isEqualTo(102);
        assertThat(split.bar(3).volume()).isEqualTo(4_000_000);
    }

    @Test
    void a_bad_tick_is_in_one_bar_alone() {
        MadeBars walk = Bars.daily("SPY").from("2024-01-02").closes(100, 100, 100);
        BarSeries bad = walk.badTick("2024-01-03", 10).series();

        assertThat(bad.bar(0).close()).isEqualTo(100);
        assertThat(bad.bar(1).close()).isCloseTo(1_000, within(1e-9));
        assertThat(bad.bar(1).high()).isCloseTo(1_000, within(1e-9));
        assertThat(bad.bar(2).close()).isEqualTo(100);
    }

    @Test
    void several_symbols_are_one_source() {
        var bars = Bars.all(
                Bars.daily("SPY").from("2024-01-02").closes(1, 2),
                Bars.daily("TLT").from("2024-01-02").closes(3, 4));

        assertThat(bars.load(new Subscription("TLT", Resolution.DAILY)).bar(1).close())
                .isEqualTo(4);
        assertThatThrownBy(() -> bars.load(new Subscription("GLD", Resolution.DAILY)))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("no bars of GLD daily were made for this test");
    }

    @Test
    void a_tape_comes_back_from_its_file_to_the_last_bit() {
        Path file = folder.resolve("spy.tape");
        Tape tape = Bars.daily("SPY")
                .from("2023-01-03")
                .to("2023-12-29")
                .opensAt(Math.PI)
                .randomWalk(3)
                .split("2023-06-01", 3)
                .tape();
        TapeFile.write(file, tape);

        assertThat(mark(TapeFile.read(file))).isEqualTo(mark(tape));
        assertThat(Bars.recorded(file)
                        .load(new Subscription("SPY", Resolution.DAILY))
                        .size())
                .isEqualTo(250);
    }

    @Test
    void a_damaged_tape_says_where() throws IOException {
        Path file =
                Files.writeString(folder.resolve("bad.tape"), "trainyard-tape 1\nseries SPY daily\n1 2 x 4 5 6 7\n");

        assertThatThrownBy(() -> TapeFile.read(file))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("line 3 of the tape");
    }

    @Test
    void the_bars_of_a_feed_are_recorded_once_it_has_brought_enough() {
        Tape tape = Bars.daily("SPY").from("2024-01-02").closes(1, 2, 3, 4, 5).tape();
        BarsSource bars = BarsSource.of(
                ReplayFeed.of(tape), 3, Duration.ofSeconds(30), new Subscription("SPY", Resolution.DAILY));

        BarSeries series = bars.load(new Subscription("SPY", Resolution.DAILY));

        assertThat(series.size()).isEqualTo(3);
        assertThat(bars.load(new Subscription("SPY", Resolution.DAILY)).size()).isEqualTo(3);
    }

    @Test
    void a_feed_that_ends_early_is_recorded_to_its_end() {
        Tape tape = Bars.daily("SPY").from("2024-01-02").closes(1, 2).tape();

        assertThat(BarsSource.of(
                                ReplayFeed.of(tape),
                                100,
                                Duration.ofSeconds(30),
                                new Subscription("SPY", Resolution.DAILY))
                        .load(new Subscription("SPY", Resolution.DAILY))
                        .size())
                .isEqualTo(2);
    }

    @Test
    void a_feed_that_brings_nothing_is_given_up() {
        Tape tape = Bars.daily("SPY").from("2024-01-02").closes(1, 2).tape();
        BarsSource bars = BarsSource.of(
                ReplayFeed.of(tape).pause(), 1, Duration.ofMillis(20), new Subscription("SPY", Resolution.DAILY));

        assertThatThrownBy(bars::tape).hasMessageContaining("after PT0.02S it had brought 0");
    }
}
