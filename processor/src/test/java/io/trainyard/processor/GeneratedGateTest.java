package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.BacktestRun;
import io.trainyard.host.Trainyard;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The gate of {@code good/Gated.java}, compiled and run over a week of trainings with errors 2, 0.5, 0.45, 0.4, 0.39. */
class GeneratedGateTest {

    private static final List<Object> LOG = new ArrayList<>();
    private static final List<String> OUTCOMES = new ArrayList<>();

    @BeforeAll
    static void run() throws ReflectiveOperationException {
        Path fixture = Javac.RESOURCES.resolve("good/Gated.java");
        Loaded loaded = new Loaded(Javac.compile(Javac.options(fixture), Javac.file(fixture)));
        BacktestRun run = Trainyard.backtest(loaded.wiring("Gated"))
                .bars(new Weekdays())
                .from(LocalDate.parse("2026-01-05"))
                .to(LocalDate.parse("2026-01-09"))
                .deploy();
        BacktestResult result = run.run();
        Class<?> component = loaded.loadClass("demo.Gated_Component");
        Object strategy = component.getMethod("strategy").invoke(run.component(component));
        LOG.addAll((List<?>) strategy.getClass().getField("log").get(strategy));
        result.trainings()
                .forEach(each -> OUTCOMES.add(each.outcome().getClass().getSimpleName()));
    }

    @Test
    void a_model_that_is_not_better_by_enough_is_not_promoted() {
        assertThat(OUTCOMES).containsExactly("NotPromoted", "Succeeded", "NotPromoted", "Succeeded", "NotPromoted");
    }

    @Test
    void the_champion_serves_until_a_better_one_comes() {
        assertThat(LOG)
                .containsExactly(
                        "0.5 at 2026-01-06T21:00:00Z",
                        "0.5 at 2026-01-07T21:00:00Z",
                        "0.4 at 2026-01-08T21:00:00Z",
                        "0.4 at 2026-01-09T21:00:00Z");
    }
}
