package io.trainyard.schedule.declared;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.schedule.Misfires;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.Trigger;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What declarations mean, and what is said of those that mean nothing. */
final class DeclarationParserTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T05:00:00Z");

    /** The columns of a table of this folder: the first row names them, fields are parted by tabs. */
    private static Stream<Arguments> rows(String table) throws IOException {
        try (InputStream file = Objects.requireNonNull(DeclarationParserTest.class.getResourceAsStream(table))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines().skip(1).map(line -> Arguments.of((Object[]) line.split("\t", -1))).toList().stream();
        }
    }

    static Stream<Arguments> declarations() throws IOException {
        return rows("declarations.tsv");
    }

    static Stream<Arguments> mistakes() throws IOException {
        return rows("mistakes.tsv");
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void every_element_means_what_the_table_says(String written, String means, String first) {
        Schedule schedule = Written.parse(written).toSchedule();

        assertThat(schedule).hasToString(means);
        assertThat(schedule.boundAt(NEW_YEAR)
                        .next(NEW_YEAR)
                        .map(Instant::toString)
                        .orElse("none"))
                .isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void two_readings_of_the_same_words_are_equal(String written, String means, String first) {
        assertThat(Written.parse(written)).isEqualTo(Written.parse(written));
        assertThat(Written.parse(written).toTrigger())
                .isEqualTo(Written.parse(written).toTrigger())
                .hasSameHashCodeAs(Written.parse(written).toTrigger());
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void every_mistake_is_told_once_at_its_word_with_what_to_type_instead(
            String written, String kind, String spot, String what, String fix) {
        List<Mistake> mistakes = new ArrayList<>();

        assertThat(Written.parse(written, Written.IN_JAVA, mistakes::add)).isEmpty();
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.kind()).hasToString(kind);
            assertThat(shown(mistake.spot())).isEqualTo(spot);
            assertThat(mistake.what()).isEqualTo(what);
            assertThat(mistake.why()).endsWith(".");
            assertThat(mistake.fix()).isEqualTo(fix);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            day = SUNDAI; at = 08:00; zone = UTC      | --day SUNDAI is not one of its words.         | --day SUNDAY
            day = sun; at = 08:00; zone = UTC         | --day sun is not one of its words.            | --day SUNDAY
            day = SUNDAY; at = 8 pm; zone = UTC       | --at "8 pm" is not a time of day.             | --at 20:00
            day = SUNDAY, MONDAY; zone = UTC          | --day SUNDAY,MONDAY has no time beside it.    | --day SUNDAY,MONDAY --at 08:00
            at = 08:00; zone = UTC                    | --at 08:00 has no dates beside it.            | --on EVERY_DAY --at 08:00
            day = SUNDAY; at = 08:00                  | No zone is given to read wall times in.       | --zone America/New_York
            on = month-end; offset = x; at = 08:00; zone = UTC | --offset x is not a whole number.    | -
            on = trading-days; afterOpen = PT30M; market = us-equity | --after-open PT30M is not a number of minutes. | --after-open 30
            on = trading-days; beforeOpen = 30        | --on trading-days names no market.            | --on trading-days --market us-equity
            on = every-day; at = 08:00; market = nyse | --market nyse is not a market that is known.  | --market us-equity
            day = FRIDAY; nth = -6; at = 08:00; zone = UTC | --nth=-6 is in no month.                 | --nth=-5
            on = every-day; at = 08:00; gap = late; zone = UTC | --gap late is not one of its words.  | -
            on = every-day; except = day=MONDAI; at = 08:00; zone = UTC | --except day=MONDAI is not one of its words. | --except day=MONDAY
            on = every-day; except = nth=2; at = 08:00; zone = UTC | --except nth=2 has no single day of the week beside it. | --except day=FRIDAY,nth=2
            """)
    void on_a_command_line_it_speaks_in_options(String written, String what, String fix) {
        List<Mistake> mistakes = new ArrayList<>();

        assertThat(Written.parse(written, Written.ON_A_COMMAND_LINE, mistakes::add))
                .isEmpty();
        assertThat(mistakes.get(0).what()).isEqualTo(what);
        assertThat(mistakes.get(0).fix()).isEqualTo(fix == null ? "" : fix);
    }

    @Test
    void one_reading_tells_all_mistakes() {
        List<Mistake> mistakes = new ArrayList<>();

        Written.parse(
                "date = 2026-1-2, 2026-02-30; at = 8am, 08:00, noonish; zone = EST; maxLateness = 1d; except = offset=3",
                Written.IN_JAVA,
                mistakes::add);

        assertThat(mistakes.stream().map(mistake -> shown(mistake.spot())))
                .containsExactly("date[0]", "date[1]", "except[0].offset", "at[0]", "at[2]", "zone", "maxLateness");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            day = SUNDAY, SUNDAY; at = 08:00                      | day[1]       | day = SUNDAY; at = 08:00
            date = 2026-01-02, 2026-01-02; at = 08:00             | date[1]      | date = 2026-01-02; at = 08:00
            on = TODAY, TOMORROW, TODAY; at = 08:00               | on[2]        | on = TODAY, TOMORROW; at = 08:00
            day = SUNDAY; at = 12:00, noon                        | at[1]        | day = SUNDAY; at = 12:00
            on = TRADING_DAYS; market = us-equity; afterOpen = 30, 30.0 | afterOpen[1] | on = TRADING_DAYS; market = us-equity; afterOpen = 30
            """)
    void a_word_that_is_named_twice_counts_once(String written, String spot, String same) {
        List<Mistake> mistakes = new ArrayList<>();

        assertThat(Written.parse(written, Written.IN_JAVA, mistakes::add)).hasValue(Written.parse(same));
        assertThat(mistakes).singleElement().satisfies(mistake -> {
            assertThat(mistake.kind()).isEqualTo(Mistake.Kind.REPEATED);
            assertThat(shown(mistake.spot())).isEqualTo(spot);
        });
    }

    @Test
    void a_schedule_without_a_zone_takes_that_of_its_market() {
        assertThat(Written.parse(
                                "on = TRADING_DAYS; at = 18:00; market = us-equity",
                                Written.ON_A_COMMAND_LINE,
                                mistake -> {})
                        .orElseThrow()
                        .toSchedule())
                .hasToString("every trading day of NYSE at 18:00 America/New_York");
    }

    @Test
    void any_symbol_of_a_command_line_has_the_market_that_it_looks_like() {
        assertThat(Written.parse(
                                "on = TRADING_DAYS; at = 18:00; symbol = EURUSD",
                                Written.ON_A_COMMAND_LINE,
                                mistake -> {})
                        .orElseThrow()
                        .toSchedule())
                .hasToString("every trading day of forex at 18:00 America/New_York");
    }

    @Test
    void missed_runs_are_made_up_for_as_declared() {
        assertThat(misfires("")).isEqualTo(Trigger.STANDARD_MISFIRES);
        assertThat(misfires("; misfire = SKIP")).isEqualTo(Misfires.skip());
        assertThat(misfires("; misfire = ALL")).isEqualTo(Misfires.all(Duration.ofDays(7)));
        assertThat(misfires("; maxLateness = PT0S")).isEqualTo(Misfires.once(Duration.ZERO));
        assertThat(misfires("; misfire = ALL; maxLateness = P1DT6H")).isEqualTo(Misfires.all(Duration.ofHours(30)));
        assertThat(Written.parse("").toTrigger()).isEqualTo(Trigger.of(Schedule.atDeployment()));
    }

    private static Misfires misfires(String more) {
        return Written.parse("day = SUNDAY; at = 08:00" + more).toTrigger().misfires();
    }

    private static String shown(Spot spot) {
        String within = spot.within()
                .map(part -> part.combination().member() + "[" + part.index() + "].")
                .orElse("");
        return within + spot.element().member() + (spot.index() < 0 ? "" : "[" + spot.index() + "]");
    }
}
