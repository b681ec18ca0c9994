package io.trainyard.market.data;

import static io.trainyard.Resolution.DAILY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.market.BarSeries;
import io.trainyard.market.MarketDataException;
import io.trainyard.market.Subscription;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class SampleBarsTest {

    private static final Subscription AAPL = new Subscription("AAPL", DAILY);

    @Test
    void apple_in_2013_is_there() {
        BarSeries bars = new SampleBars().load(AAPL);

        assertThat(bars.size()).isEqualTo(252);
        assertThat(bars.bar(0).start()).isEqualTo("2013-01-02T14:30:00Z");
        assertThat(bars.bar(0).end()).isEqualTo("2013-01-02T21:00:00Z");
        assertThat(bars.bar(0).close()).isEqualTo(549.03);
        assertThat(bars.bar(251).end()).isEqualTo("2013-12-31T21:00:00Z");
        assertThat(bars.bar(251).close()).isEqualTo(561.02);
    }

    @Test
    void the_sample_agrees_with_leans_raw_data() {
        BarSeries lean = LeanFolder.at(LeanData.folder())
                .with(Normalization.RAW)
                .between(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31))
                .load(AAPL);
        BarSeries sample = new SampleBars().load(AAPL);

        assertThat(sample.size()).isEqualTo(lean.size());
        for (int i = 0; i < lean.size(); i++) {
            assertThat(sample.bar(i).start()).isEqualTo(lean.bar(i).start());
            assertThat(sample.bar(i).end()).isEqualTo(lean.bar(i).end());
            assertThat(sample.bar(i).close() / lean.bar(i).close()).isBetween(0.995, 1.005);
        }
    }

    @Test
    void another_symbol_is_refused() {
        assertThatThrownBy(() -> new SampleBars().load(new Subscription("SPY", DAILY)))
                .isInstanceOf(MarketDataException.class)
                .hasMessageContaining("the sample has AAPL daily and nothing else");
    }

    @Test
    void a_class_path_without_the_sample_is_told_which_dependency_to_add() throws Exception {
        try (URLClassLoader empty = new URLClassLoader(new URL[0], null)) {
            assertThatThrownBy(() -> new SampleBars(empty).load(AAPL))
                    .isInstanceOf(MarketDataException.class)
                    .hasMessageContaining("add the dependency org.ta4j:ta4j-examples:0.18");
        }
    }
}
