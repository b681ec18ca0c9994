package io.trainyard.processor.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, what they mean, and what is suggested for those that mean nothing. */
class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "08:00", "23:59", "16:30:15", "23:59:59"})
    void times_of_day_are_taken_as_they_are(String text) {
        assertThat(TimeOfDay.parse(text, List.of())).isEqualTo(new Parsed.Value<>(LocalTime.parse(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "8am, 08:00",
        "8 AM, 08:00",
        "8 a.m., 08:00",
        "8pm, 20:00",
        "8 PM, 20:00",
        "12am, 00:00",
        "12 pm, 12:00",
        "12:30 am, 00:30",
        "8, 08:00",
        "8:00, 08:00",
        "08.00, 08:00",
        "8.30, 08:30",
        "8h30, 08:30",
        "0800, 08:00",
        "830, 08:30",
        "830pm, 20:30",
        "' 08:00 ', 08:00",
        "8:05:09, 08:05:09",
        "noon, 12:00",
        "Midnight, 00:00",
        "24:00, 00:00",
        "2400, 00:00",
    })
    void times_written_otherwise_are_repaired(String typed, String meant) {
        assertThat(fix(TimeOfDay.parse(typed, List.of()))).isEqualTo("at = \"" + meant + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "25:00",
                "08:60",
                "08:00:60",
                "13pm",
                "0am",
                "24:01",
                "8:5",
                "soon",
                "08:00Z",
                "-1",
                "８:００",
                "08:00 EST"
            })
    void what_is_no_time_at_all_is_not_repaired(String typed) {
        assertThat(fix(TimeOfDay.parse(typed, List.of()))).isEmpty();
    }

    @Test
    void the_end_of_a_day_is_the_beginning_of_the_next() {
        assertThat(fix(TimeOfDay.parse("24:00", List.of(DayOfWeek.SUNDAY)))).isEqualTo("day = MONDAY, at = \"00:00\"");
        assertThat(fix(TimeOfDay.parse("24:00", List.of(DayOfWeek.FRIDAY, DayOfWeek.SUNDAY))))
                .isEqualTo("day = {SATURDAY, MONDAY}, at = \"00:00\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "UTC", "Etc/UTC", "US/Eastern", "America/Argentina/Buenos_Aires"})
    void regions_are_zones(String text) {
        assertThat(ZoneWord.parse(text)).isEqualTo(new Parsed.Value<>(ZoneId.of(text)));
    }

    @ParameterizedTest
    @CsvSource({
        "America/NewYork, America/New_York",
        "america/new_york, America/New_York",
        "America\\New York, America/New_York",
        "New York, America/New_York",
        "Amercia/New_York, America/New_York",
        "Europe/Londn, Europe/London",
        "london, Europe/London",
        "EST, America/New_York",
        "EST5EDT, America/New_York",
        "et, America/New_York",
        "CET, Europe/Berlin",
        "Japan, Asia/Tokyo",
        "GMT, UTC",
        "utc, UTC",
        "Zulu, UTC",
    })
    void the_nearest_region_is_suggested(String typed, String meant) {
        assertThat(fix(ZoneWord.parse(typed))).isEqualTo("zone = \"" + meant + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Mars/Phobos", "+01:00", "-5", "UTC+1", "GMT-05:00", "Etc/GMT+5", "XYZ", "Z+1"})
    void nothing_is_suggested_for_what_is_far_from_all_regions(String typed) {
        assertThat(fix(ZoneWord.parse(typed))).isEmpty();
    }

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

    @Test
    void the_nearest_is_within_a_third_of_the_word_and_alone() {
        assertThat(Nearest.to("abcdef", List.of("abcdxy"))).contains("abcdxy");
        assertThat(Nearest.to("abcdef", List.of("abcxyz"))).isEmpty();
        assertThat(Nearest.to("abcdef", List.of("abcdex", "abcdey"))).isEmpty();
        assertThat(Nearest.to("abcdef", List.of("abcdex", "abcdey", "ABCDEF"))).contains("ABCDEF");
        assertThat(Nearest.distance("ab", "ba")).isOne();
    }

    private static String fix(Parsed<?> parsed) {
        return parsed instanceof Parsed.Broken<?> broken ? broken.fix() : "not broken: " + parsed;
    }
}
