package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.host.BacktestRun;
import io.trainyard.host.Trainyard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walk forward of {@code good/WalkingForward.java}, compiled and run over ten days. */
class GeneratedWalkTest {

    @Test
    void a_walk_stands_as_of_the_market_time_of_its_run() throws ReflectiveOperationException {
        Path fixture = Javac.RESOURCES.resolve("good/WalkingForward.java");
        Loaded loaded = new Loaded(Javac.compile(Javac.options(fixture), Javac.file(fixture)));
        BacktestRun run = Trainyard.backtest(loaded.wiring("WalkingForward"))
                .bars(new Weekdays())
                .from(LocalDate.parse("2026-01-05"))
                .to(LocalDate.parse("2026-01-16"))
                .deploy();
        run.run();
        Class<?> component = loaded.loadClass("demo.WalkingForward_Component");
        Object strategy = component.getMethod("strategy").invoke(run.component(component));
        // half a year before, on the wall: New York had its clocks forward then
        assertThat((List<?>) strategy.getClass().getField("log").get(strategy))
                .hasToString("[2026-01-05T05:00:00Z 2025-07-05T04:00:00Z, 2026-01-11T13:00:00Z 2025-07-11T12:00:00Z]");
    }
}
