package io.trainyard.processor.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, what they mean, and what is suggested for those that mean nothing. */
class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "sunday-trend/line", "a/b/c.json", "x_1=#$+@, y", "_", "com/null.x", "console", "-"})
    void keys_are_taken_as_they_are(String text) {
        assertThat(KeyWord.parse(text)).isEqualTo(new Parsed.Value<>(text));
    }

    @ParameterizedTest
    @CsvSource({
        "/a, a",
        "a/, a",
        "a//b, a/b",
        "a\\b, a/b",
        "a:b, a-b",
        "kéy, key",
        "' a', a",
        "a ., a",
        ".hidden, hidden",
        "a/../b, a/b",
        "nul, _nul",
        "COM1.txt/a, _COM1.txt/a",
        "a?b*c, a-b-c",
    })
    void keys_written_otherwise_are_repaired(String typed, String meant) {
        assertThat(fix(KeyWord.parse(typed))).isEqualTo("@Stored(\"" + meant + "\")");
    }

    @Test
    void keys_end_at_two_hundred_characters() {
        assertThat(KeyWord.parse("a".repeat(200))).isInstanceOf(Parsed.Value.class);
        assertThat(KeyWord.parse("a".repeat(201))).isInstanceOf(Parsed.Broken.class);
        assertThat(fix(KeyWord.parse("a".repeat(201)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SundayTrend, sunday-trend",
        "RSIStrategy, rsi-strategy",
        "SMA50Cross, sma50-cross",
        "A, a",
        "My_Trend, my-trend",
        "Überflieger, uberflieger",
        "$Odd, odd",
    })
    void class_names_become_strategy_names(String className, String name) {
        assertThat(StrategyName.parse("", className)).isEqualTo(new Parsed.Value<>(name));
    }

    @ParameterizedTest
    @CsvSource({"Sunday Trend, sunday-trend", "sunday--trend, sunday-trend", "-x-, x", "sunday_trend, sunday-trend"})
    void strategy_names_written_otherwise_are_repaired(String typed, String meant) {
        assertThat(fix(StrategyName.parse(typed, "A"))).isEqualTo("name = \"" + meant + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SPY", "BRK.B", "BTC/USD", "^GSPC", "ES_F", "BF-B", "7203"})
    void tickers_are_taken_as_they_are(String text) {
        assertThat(SymbolWord.parse(text)).isEqualTo(new Parsed.Value<>(text));
    }

    @ParameterizedTest
    @CsvSource({"' SPY ', SPY", "$SPY, SPY", "BTC:USD, BTC/USD"})
    void tickers_written_otherwise_are_repaired(String typed, String meant) {
        assertThat(fix(SymbolWord.parse(typed))).isEqualTo("symbol = \"" + meant + "\"");
    }

    private static String fix(Parsed<?> parsed) {
        return parsed instanceof Parsed.Broken<?> broken ? broken.fix() : "not broken: " + parsed;
    }
}
