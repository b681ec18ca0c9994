package io.trainyard.market;

import static io.trainyard.Resolution.MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.time.ManualClock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class TapeTest {

    private static final Tape TWO = Tape.of(List.of(series("X", 1, 2, 4), series("Y", 2, 3, 4)));

    @Test
    void bars_that_end_together_come_together_in_the_order_of_the_series() {
        List<Slice> slices = play(TWO, 0, 9);

        assertThat(slices).extracting(Slice::timeMillis).containsExactly(60_000L, 120_000L, 180_000L, 240_000L);
        assertThat(slices.get(1).bars()).extracting(Bar::symbol).containsExactly("X", "Y");
        assertThat(slices.get(2).bar("X")).isNull();
        assertThat(slices.get(2).bar("Y")).isNotNull();
    }

    @Test
    void a_feed_begins_after_its_start_and_includes_its_end() {
        assertThat(play(TWO, 2, 3)).extracting(Slice::timeMillis).containsExactly(180_000L);
        assertThat(play(Tape.of(List.of(series("X", 1, 2, 4))), 1, 4)).hasSize(2);
        assertThat(TWO.count(minute(2), minute(4))).isEqualTo(3);
        assertThat(play(TWO, 4, 9)).isEmpty();
    }

    @Property(tries = 200)
    void history_ends_where_the_clock_stands(
            @ForAll @Size(max = 20) @UniqueElements List<@IntRange(min = 1, max = 50) Integer> ends,
            @ForAll @IntRange(max = 60) int now,
            @ForAll @IntRange(max = 25) int count) {
        int[] sorted = ends.stream().mapToInt(Integer::intValue).sorted().toArray();
        ManualClock clock = new ManualClock(Instant.EPOCH, ZoneOffset.UTC);
        History history = Tape.of(List.of(series("X", sorted))).history(clock);
        clock.moveTo(minute(now));

        List<Bar> bars = history.bars(count);

        List<Integer> known = ends.stream().filter(end -> end <= now).sorted().toList();
        List<Integer> latest = known.subList(Math.max(0, known.size() - count), known.size());
        assertThat(bars.stream().map(bar -> (int) (bar.endMillis() / 60_000)).toList())
                .isEqualTo(latest);
        assertThat(history.closes("X", count))
                .isEqualTo(bars.stream().mapToDouble(Bar::close).toArray());
    }

    @Test
    void asked_for_something_impossible_it_says_what_to_do() {
        History history = TWO.history(new ManualClock(Instant.EPOCH, ZoneOffset.UTC));

        assertThatThrownBy(() -> history.closes(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the strategy subscribes to X, Y: say which one");
        assertThatThrownBy(() -> history.bars("Z", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no subscription to Z, only to X, Y");
        assertThatThrownBy(() -> history.bars("X", -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tape.of(List.of(series("X", 1), series("X", 2))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Tape.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_series_refuses_bars_out_of_order_and_values_that_are_no_numbers() {
        BarSeries.Builder bars = BarSeries.of("X", MINUTE).add(0, 60_000, 1, 1, 1, 1, 1);

        assertThatThrownBy(() -> bars.add(0, 60_000, 1, 1, 1, 1, 1))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("it does not end after the bar before it, which ends at 1970-01-01T00:01:00Z");
        assertThatThrownBy(() -> bars.add(120_000, 90_000, 1, 1, 1, 1, 1))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("it ends before it starts");
        assertThatThrownBy(() -> bars.add(60_000, 120_000, 1, Double.NaN, 1, 1, 1))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("not a finite number");
        assertThat(bars.build().size()).isEqualTo(1);
    }

    @Test
    void a_series_stays_as_it_was_built() {
        BarSeries.Builder bars = BarSeries.of("X", MINUTE).add(0, 60_000, 1, 1, 1, 1, 1);
        BarSeries before = bars.build();

        bars.add(60_000, 120_000, 2, 2, 2, 2, 2);

        assertThat(before.size()).isEqualTo(1);
        assertThat(before.countUntil(Long.MAX_VALUE)).isEqualTo(1);
        assertThat(before.as("Y").bar(0).symbol()).isEqualTo("Y");
    }

    private static List<Slice> play(Tape tape, int from, int to) {
        MarketFeed feed = tape.feed(minute(from), minute(to));
        List<Slice> slices = new ArrayList<>();
        for (Slice slice = feed.next(); slice != null; slice = feed.next()) {
            slices.add(slice);
        }
        return slices;
    }

    private static BarSeries series(String symbol, int... ends) {
        BarSeries.Builder bars = BarSeries.of(symbol, MINUTE);
        for (int end : ends) {
            bars.add((end - 1) * 60_000L, end * 60_000L, end, end, end, end, 1);
        }
        return bars.build();
    }

    private static Instant minute(int minute) {
        return Instant.ofEpochSecond(minute * 60L);
    }
}
