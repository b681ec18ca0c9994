package io.trainyard.learning.bars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.learning.UnfitDataException;
import io.trainyard.market.Bar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What must hold for bars of every stream of trades, and each kind by its definition. */
final class BarLawsTest {

    @Property(tries = 150)
    void bars_conserve_volume_and_keep_the_order_of_trades(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = 6) int kind,
            @ForAll @IntRange(min = 1, max = 50) int size) {
        List<Trade> trades = trades(seed, 400);
        BarBuilder builder = switch (kind) {
            case 0 -> BarBuilder.time("X", Duration.ofSeconds(size));
            case 1 -> BarBuilder.activity("X", Measure.TICKS, size);
            case 2 -> BarBuilder.activity("X", Measure.VOLUME, 20.0 * size);
            case 3 -> BarBuilder.activity("X", Measure.VALUE, 2000.0 * size);
            case 4 -> BarBuilder.imbalance("X", Imbalance.of(Measure.TICKS, size));
            case 5 -> BarBuilder.imbalance("X", Imbalance.of(Measure.VOLUME, size));
            default -> BarBuilder.imbalance("X", Imbalance.of(Measure.VALUE, size));
        };
        List<Bar> bars = new ArrayList<>(builder.all(trades));
        builder.unfinished().ifPresent(bars::add);
        // sizes are whole numbers, so that sums are exact
        assertThat(bars.stream().mapToDouble(Bar::volume).sum())
                .isEqualTo(trades.stream().mapToDouble(Trade::size).sum());
        assertThat(bars.get(0).open()).isEqualTo(trades.get(0).price());
        assertThat(bars.get(bars.size() - 1).close()).isEqualTo(trades.get(399).price());
        assertThat(bars.stream().mapToDouble(Bar::high).max())
                .isEqualTo(trades.stream().mapToDouble(Trade::price).max());
        assertThat(bars.stream().mapToDouble(Bar::low).min())
                .isEqualTo(trades.stream().mapToDouble(Trade::price).min());
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            assertThat(bar.low()).isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
            assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
            assertThat(bar.startMillis()).isLessThanOrEqualTo(bar.endMillis());
            if (i > 0) {
                assertThat(bar.startMillis())
                        .isGreaterThanOrEqualTo(bars.get(i - 1).endMillis());
            }
        }
    }

    @Property(tries = 100)
    void a_bar_by_activity_ends_with_the_trade_that_reaches_the_threshold(
            @ForAll long seed, @ForAll Measure measure, @ForAll @IntRange(min = 1, max = 40) int scale) {
        List<Trade> trades = trades(seed, 300);
        double threshold = scale * (measure == Measure.TICKS ? 1 : measure == Measure.VOLUME ? 20 : 2000);
        List<Bar> bars = BarBuilder.activity("X", measure, threshold).all(trades);
        int next = 0;
        for (Bar bar : bars) {
            double sum = 0;
            double before = 0;
            int first = next;
            while (sum < threshold) {
                before = sum;
                sum += measure.of(trades.get(next));
                next++;
            }
            assertThat(before).isLessThan(threshold);
            assertThat(bar.startMillis()).isEqualTo(trades.get(first).millis());
            assertThat(bar.endMillis()).isEqualTo(trades.get(next - 1).millis());
            assertThat(bar.open()).isEqualTo(trades.get(first).price());
            assertThat(bar.close()).isEqualTo(trades.get(next - 1).price());
        }
        double rest =
                trades.subList(next, 300).stream().mapToDouble(measure::of).sum();
        assertThat(rest).isLessThan(threshold);
    }

    @Property(tries = 60)
    void a_bar_by_imbalance_ends_as_the_definition_says(
            @ForAll long seed, @ForAll Measure measure, @ForAll @IntRange(min = 2, max = 30) int expected) {
        List<Trade> trades = trades(seed, 150);
        Imbalance settings = new Imbalance(measure, expected, 5, 50, 2, 10 * expected);
        List<Bar> bars = BarBuilder.imbalance("X", settings).all(trades);
        List<Long> ends = new ArrayList<>();
        List<Double> signed = new ArrayList<>();
        double ticks = expected;
        int sign = 0;
        int first = 0;
        for (int t = 0; t < trades.size(); t++) {
            double change =
                    t == 0 ? 0 : trades.get(t).price() - trades.get(t - 1).price();
            sign = change == 0 ? sign : (int) Math.signum(change);
            signed.add(sign * measure.of(trades.get(t)));
            // the weighted mean from its closed form: the first one keeps what the others leave
            double alpha = 2.0 / 51;
            double mean = Math.pow(1 - alpha, t) * signed.get(0);
            for (int i = 1; i <= t; i++) {
                mean += alpha * Math.pow(1 - alpha, t - i) * signed.get(i);
            }
            double theta = signed.subList(first, t + 1).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            int count = t + 1 - first;
            double slack = Math.abs(theta) - ticks * Math.abs(mean);
            boolean allowed = t + 1 >= expected && count >= 2 && theta != 0;
            // the two ways to the mean differ in their last digits
            Assume.that(!allowed || Math.abs(slack) > 1e-9 * Math.abs(theta));
            if (allowed && slack > 0) {
                ends.add(trades.get(t).millis());
                ticks = Math.min(10 * expected, Math.max(2, ticks + (count - ticks) / 3));
                first = t + 1;
            }
        }
        assertThat(bars).extracting(Bar::endMillis).containsExactlyElementsOf(ends);
    }

    @Test
    void bars_by_time_are_in_step_with_the_clock_and_leave_out_silence() {
        BarBuilder builder = BarBuilder.time("X", Duration.ofMinutes(1));
        assertThat(builder.add(trade("09:30:10", 100, 5))).isEmpty();
        assertThat(builder.add(trade("09:30:59.999", 101, 5))).isEmpty();
        Bar first = builder.add(trade("09:31:00", 102, 1)).orElseThrow();
        assertThat(first)
                .isEqualTo(new Bar(
                        "X", at("09:30:00").toEpochMilli(), at("09:31:00").toEpochMilli(), 100, 101, 100, 101, 10));
        assertThat(builder.passed(at("09:31:30"))).isEmpty();
        assertThat(builder.passed(at("09:32:00"))).map(Bar::volume).contains(1.0);
        assertThat(builder.passed(at("09:40:00"))).isEmpty();
        assertThat(builder.unfinished()).isEmpty();
        builder.add(trade("09:45:30", 99, 2));
        assertThat(builder.unfinished()).map(Bar::close).isEqualTo(Optional.of(99.0));
    }

    @Test
    void refuses_trades_that_are_none_and_trades_out_of_order() {
        BarBuilder builder = BarBuilder.activity("X", Measure.TICKS, 10);
        builder.add(trade("09:30:01", 100, 1));
        refuses(() -> builder.add(trade("09:30:00", 100, 1)), "2024-01-02T09:30:00Z after 2024-01-02T09:30:01Z");
        assertThat(builder.unfinished()).map(Bar::volume).contains(1.0);
        refuses(() -> trade("09:30:01", Double.NaN, 1), "price = NaN");
        refuses(() -> trade("09:30:01", 1, 0), "size = 0.0");
        refuses(() -> BarBuilder.time("X", Duration.ofNanos(10)), "bars of PT0.00000001S");
        refuses(() -> BarBuilder.activity("X", Measure.VALUE, 0), "threshold = 0.0");
        refuses(() -> Imbalance.of(Measure.VALUE, 0), "expectedTicks = 0");
        refuses(() -> new Imbalance(Measure.TICKS, 100, 5, 5, 1, 10), "expectedTicks = 100");
    }

    private static void refuses(ThrowingCallable call, String what) {
        assertThatThrownBy(call)
                .isInstanceOf(UnfitDataException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("why:")
                .hasMessageContaining("fix:");
    }

    private static Instant at(String time) {
        return Instant.parse("2024-01-02T" + time + "Z");
    }

    private static Trade trade(String time, double price, double size) {
        return new Trade(at(time).toEpochMilli(), price, size);
    }

    private static List<Trade> trades(long seed, int count) {
        Random random = new Random(seed);
        List<Trade> trades = new ArrayList<>();
        long millis = Instant.parse("2024-01-02T09:30:00Z").toEpochMilli();
        int cents = 10_000;
        for (int i = 0; i < count; i++) {
            millis += 1 + random.nextInt(3000);
            cents += random.nextInt(5) - 2;
            trades.add(new Trade(millis, cents / 100.0, 1 + random.nextInt(40)));
        }
        return trades;
    }
}
