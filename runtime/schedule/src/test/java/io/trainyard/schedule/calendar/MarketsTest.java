package io.trainyard.schedule.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Hours;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketsTest {

    @Test
    void four_markets_are_built_in() {
        assertThat(Markets.names()).containsExactly("cme-index", "crypto", "forex", "us-equity");
        assertThat(Markets.builtIn("us-equity")).contains(TradingCalendar.usEquity());
        assertThat(Markets.builtIn("crypto")).contains(TradingCalendar.crypto());
        assertThat(Markets.builtIn("hkex")).isEmpty();
        assertThat(Markets.names()).allMatch(Markets::isName);
    }

    @Test
    void others_are_files_on_the_class_path() {
        TradingCalendar market = Markets.named("lunch-break", MarketsTest.class);
        assertThat(market.name()).isEqualTo("lunch-break");
        assertThat(market.sessions(LocalDate.of(2026, 2, 13))).hasSize(2);
        assertThat(market.sessions(LocalDate.of(2026, 2, 16))).hasSize(1);
        assertThat(market.isOpen(LocalDate.of(2026, 2, 17), Hours.REGULAR)).isFalse();
        assertThat(Markets.names(MarketsTest.class.getClassLoader())).containsExactly("lunch-break", "sunken");
        assertThat(Markets.named("forex", String.class)).isSameAs(TradingCalendar.forex());
    }

    @Test
    void an_unknown_market_is_told_what_there_is_and_how_to_add_it() {
        assertThatThrownBy(() -> Markets.named("atlantis", MarketsTest.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no market is called atlantis: there are cme-index, crypto, forex, us-equity, and on the class"
                                + " path lunch-break, sunken; to add it, put its hours in a resource"
                                + " io/trainyard/markets/atlantis, which \"trainyard markets --lean\" writes from an entry of"
                                + " LEAN's database");
        assertThatThrownBy(() -> Markets.named("sunken", MarketsTest.class))
                .hasMessage("market sunken, line 1: \"Asia/Atlantis\" is no zone that this JDK knows; regions are named"
                        + " Area/City, such as Asia/Hong_Kong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hkex", "../secrets", "a--b", "-a", "a-", "hk ex", "a/b"})
    void a_name_has_letters_digits_and_hyphens(String name) {
        assertThatThrownBy(() -> Markets.named(name, MarketsTest.class)).hasMessageContaining("is no name of a market");
    }
}
