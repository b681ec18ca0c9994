package io.trainyard.schedule.declared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words, what they mean, and what is suggested for those that mean nothing. */
final class WordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"00:00", "08:00", "23:59", "16:30:15", "23:59:59"})
    void times_of_day_are_taken_as_they_are(String text) {
        assertThat(time(text)).isEqualTo(LocalTime.parse(text).toString());
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
        "Noon, noon",
        "midday, noon",
        "MIDNIGHT, midnight",
        "Now, now",
    })
    void times_written_otherwise_are_repaired(String typed, String meant) {
        assertThat(time(typed)).isEqualTo("at = \"" + meant + "\"");
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
        assertThat(time(typed)).isEmpty();
    }

    @Test
    void midnight_and_noon_are_times_of_day() {
        assertThat(time("midnight")).isEqualTo("00:00");
        assertThat(time("noon")).isEqualTo("12:00");
    }

    @Test
    void the_end_of_a_day_is_the_beginning_of_the_next() {
        assertThat(time("24:00", DayOfWeek.SUNDAY)).isEqualTo("day = MONDAY, at = \"00:00\"");
        assertThat(time("2400", DayOfWeek.FRIDAY, DayOfWeek.SUNDAY))
                .isEqualTo("day = {SATURDAY, MONDAY}, at = \"00:00\"");
        assertThat(time("24:00")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/New_York", "UTC", "Etc/UTC", "US/Eastern", "America/Argentina/Buenos_Aires"})
    void regions_are_zones(String text) {
        assertThat(zone(text)).isEqualTo(text);
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
        assertThat(zone(typed)).isEqualTo("zone = \"" + meant + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "Mars/Phobos", "+01:00", "-5", "UTC+1", "GMT-05:00", "Etc/GMT+5", "XYZ", "Z+1"})
    void nothing_is_suggested_for_what_is_far_from_all_regions(String typed) {
        assertThat(zone(typed)).isEmpty();
    }

    @Test
    void the_nearest_is_within_a_third_of_the_word_and_alone() {
        assertThat(Nearest.to("abcdef", List.of("abcdxy"))).contains("abcdxy");
        assertThat(Nearest.to("abcdef", List.of("abcxyz"))).isEmpty();
        assertThat(Nearest.to("abcdef", List.of("abcdex", "abcdey"))).isEmpty();
        assertThat(Nearest.to("abcdef", List.of("abcdex", "abcdey", "ABCDEF"))).contains("ABCDEF");
        assertThat(Nearest.distance("ab", "ba")).isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "30m, PT30M",
        "30 min, PT30M",
        "1h, PT1H",
        "1 hour, PT1H",
        "1h30m, PT1H30M",
        "1 hour and 30 minutes, PT1H30M",
        "'2 h, 5 s', PT2H5S",
        "90s, PT1M30S",
        "1d, P1D",
        "36 hours, PT36H",
        "1 week, P7D",
        "P2W, P14D",
        "30, PT30M",
        "PT20, PT20M",
        "P20M, PT20M",
        "pt30m, PT30M",
        "PT 30 M, PT30M",
        "0:30, PT30M",
        "01:30:15, PT1H30M15S"
    })
    void lengths_of_time_written_otherwise_are_repaired(String typed, String meant) {
        assertThat(DurationWord.meant(typed).map(DurationWord::of)).hasValue(meant);
        assertThat(DurationWord.exact(meant)).isEqualTo(DurationWord.meant(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "1 month", "P1Y", "1x", "h", "30m later"})
    void what_is_no_length_of_time_is_not_repaired(String typed) {
        assertThat(DurationWord.meant(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "EURUSD, forex",
        "EUR/USD, forex",
        "usd-jpy, forex",
        "XAUUSD, forex",
        "BTCUSD, crypto",
        "BTC-USD, crypto",
        "ETH/BTC, crypto",
        "DOGEUSDT, crypto",
        "BTCUSDT, crypto",
        "SPY, ''",
        "USD, ''",
        "BRK.B, ''",
        "GOOGL, ''",
        "USDUP, ''",
        "ETHUSX, ''"
    })
    void pairs_look_like_their_market(String symbol, String market) {
        assertThat(SymbolLooks.market(symbol).orElse("")).isEqualTo(market);
    }

    @Test
    void minutes_may_have_a_fraction_and_any_sign() {
        assertThat(minutes("30")).isEqualTo(Duration.ofMinutes(30));
        assertThat(minutes("-0.5")).isEqualTo(Duration.ofSeconds(-30));
        assertThat(minutes("0.1")).isEqualTo(Duration.ofSeconds(6));
    }

    private static Duration minutes(String text) {
        return NumberWord.minutes(said(ScheduleElement.AFTER_OPEN, text), mistake -> {})
                .orElseThrow();
    }

    /** The time that a text is, or what to type instead. */
    private static String time(String text, DayOfWeek... days) {
        List<Mistake> mistakes = new ArrayList<>();
        return TimeOfDay.read(said(ScheduleElement.AT, text), List.of(days), mistakes::add)
                .map(LocalTime::toString)
                .orElseGet(() -> mistakes.get(0).fix());
    }

    /** The zone that a text is, or what to type instead. */
    private static String zone(String text) {
        List<Mistake> mistakes = new ArrayList<>();
        return ZoneWord.ofStrategy(text, mistakes::add)
                .map(ZoneId::getId)
                .orElseGet(() -> mistakes.get(0).fix());
    }

    private static Said said(ScheduleElement element, String text) {
        return new Said(Notation.JAVA, Spot.of(element), text, true);
    }
}
