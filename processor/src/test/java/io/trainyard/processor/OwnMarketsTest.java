package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import io.trainyard.schedule.Schedule;
import io.trainyard.strategy.StrategyWiring;
import java.time.Instant;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Markets that are no part of Trainyard: files on the class path, read when compiling and again when running. */
class OwnMarketsTest {

    @Test
    void a_market_on_the_class_path_is_read_when_compiling_and_when_running() {
        Compilation compilation = Javac.compile(strategy("lunch-break"));

        assertThat(compilation.diagnostics()).isEmpty();
        StrategyWiring wiring = new Loaded(compilation).wiring("Abroad");
        Schedule schedule = wiring.definition().trainings().get(0).schedules().get(0);
        assertThat(schedule)
                .hasToString(
                        "every trading day of lunch-break 30 minutes after the regular close of" + " lunch-break, UTC");
        assertThat(schedule.next(Instant.parse("2026-01-05T00:00:00Z"))).isPresent();
    }

    @Test
    void a_market_whose_file_cannot_be_understood_is_told_with_the_line() {
        Compilation compilation = Javac.compile(strategy("sunken"));

        assertThat(compilation.diagnostics())
                .filteredOn(diagnostic ->
                        diagnostic.getMessage(Locale.ROOT).startsWith("[TY215] market = \"sunken\" is a market whose"))
                .isNotEmpty();
    }

    private static JavaFileObject strategy(String market) {
        return Javac.source(
                "Abroad",
                "package demo;",
                "@io.trainyard.Strategy(zone = \"UTC\")",
                "@io.trainyard.Subscribe(symbol = \"X\", market = \"" + market
                        + "\", resolution = io.trainyard.Resolution.DAILY)",
                "final class Abroad {",
                "  @io.trainyard.Stored(\"abroad/model\") String model;",
                "  @io.trainyard.Train(on = io.trainyard.Days.TRADING_DAYS, symbol = \"X\", afterClose = 30, limit = \"PT5M\")",
                "  String fit() { return null; }",
                "}");
    }
}
