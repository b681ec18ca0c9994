package io.trainyard.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Resolution;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TapeFingerprintTest {

    private static Tape tape(String symbol, double lastVolume) {
        BarSeries.Builder series = BarSeries.of(symbol, Resolution.DAILY);
        series.add(0, 10, 1, 2, 0.5, 1.5, 100);
        series.add(10, 20, 1, 2, 0.5, 1.5, 100);
        return Tape.of(List.of(series.add(20, 30, 1, 2, 0.5, 1.5, lastVolume).build()));
    }

    private static String at(Tape tape, long millis) {
        return new TapeFingerprint(tape).at(Instant.ofEpochMilli(millis));
    }

    @Test
    void going_on_comes_to_the_same_as_beginning_and_so_does_going_back() {
        Tape tape = tape("SPY", 1);
        TapeFingerprint one = new TapeFingerprint(tape);

        for (long millis : new long[] {5, 10, 15, 30, 99, 20}) {
            assertThat(one.at(Instant.ofEpochMilli(millis))).isEqualTo(at(tape, millis));
        }
    }

    @Test
    void counts_bars_that_have_ended_and_no_others() {
        assertThat(at(tape("SPY", 1), 29)).isEqualTo(at(tape("SPY", 2), 29)).isEqualTo(at(tape("SPY", 1), 20));
        assertThat(at(tape("SPY", 1), 30)).isNotEqualTo(at(tape("SPY", 2), 30)).isNotEqualTo(at(tape("SPY", 1), 29));
    }

    @Test
    void counts_the_symbol() {
        assertThat(at(tape("SPY", 1), 5)).isNotEqualTo(at(tape("QQQ", 1), 5));
    }
}
