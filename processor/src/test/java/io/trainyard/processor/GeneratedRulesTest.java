package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.BacktestRun;
import io.trainyard.host.Trainyard;
import io.trainyard.training.ModelState;
import io.trainyard.training.ModelStatus;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of {@code good/Rules.java}, compiled and run over ten days of bars on the smallest tier. */
class GeneratedRulesTest {

    private static final List<Object> LOG = new ArrayList<>();
    private static final List<String> OUTCOMES = new ArrayList<>();
    private static final List<ModelState> STATES = new ArrayList<>();

    @BeforeAll
    static void run() throws ReflectiveOperationException {
        Path fixture = Javac.RESOURCES.resolve("good/Rules.java");
        Loaded loaded = new Loaded(Javac.compile(Javac.options(fixture), Javac.file(fixture)));
        BacktestRun run = Trainyard.backtest(loaded.wiring("Rules"))
                .bars(new Weekdays())
                .from(LocalDate.parse("2026-01-02"))
                .to(LocalDate.parse("2026-01-12"))
                .deploy();
        BacktestResult result = run.run();
        Class<?> component = loaded.loadClass("demo.Rules_Component");
        Object strategy = component.getMethod("strategy").invoke(run.component(component));
        LOG.addAll((List<?>) strategy.getClass().getField("log").get(strategy));
        result.trainings()
                .forEach(each -> OUTCOMES.add(each.training() + " of " + each.due() + " "
                        + each.outcome().getClass().getSimpleName() + " at " + each.settledAt()));
        result.models().stream().map(ModelStatus::state).forEach(STATES::add);
    }

    @Test
    void a_run_is_retried_after_its_backoff_and_the_training_paused() {
        assertThat(LOG).startsWith("fail 1 at 2026-01-03T00:00:00Z", "fail 2 at 2026-01-03T01:00:00Z");
        assertThat(OUTCOMES)
                .contains(
                        "fail of 2026-01-03T00:00:00Z Failed at 2026-01-03T00:00:00Z",
                        "fail of 2026-01-04T00:00:00Z Skipped at 2026-01-04T00:00:00Z");
    }

    @Test
    void a_modelled_run_takes_its_fixed_cost_on_the_market_clock() {
        assertThat(OUTCOMES).contains("fit of 2026-01-05T00:00:00Z Succeeded at 2026-01-05T00:30:00Z");
    }

    @Test
    void a_run_that_is_not_afforded_is_refused_unless_its_training_says_otherwise() {
        assertThat(OUTCOMES).contains("fit of 2026-01-12T00:00:00Z Refused at 2026-01-12T00:00:00Z");
    }

    @Test
    void one_that_is_deferred_runs_when_enough_has_leaked_out() {
        // 30 minutes are in use on Monday, and 5 come back a day: 20 fit on Friday
        assertThat(LOG).contains("defer at 2026-01-09T00:00:00Z");
    }

    @Test
    void one_that_is_shortened_gets_what_is_left() {
        assertThat(LOG).contains("shorten at 2026-01-06T00:00:00Z, five minutes at most: true");
    }

    @Test
    void a_handler_is_called_while_the_models_that_it_requires_are_not_too_old() {
        // stale on Thursday, expired on Friday, and not trained again on Monday; a model of another never comes
        assertThat(LOG)
                .filteredOn(line -> line.toString().startsWith("needs"))
                .containsExactly(
                        "needsOne at 2026-01-05T21:00:00Z",
                        "needsOne at 2026-01-06T21:00:00Z",
                        "needsTwo at 2026-01-06T21:00:00Z",
                        "needsOne at 2026-01-07T21:00:00Z",
                        "needsOne at 2026-01-08T21:00:00Z");
    }

    @Test
    void the_states_of_the_models_are_told() {
        assertThat(STATES)
                .containsExactly(ModelState.EXPIRED, ModelState.READY, ModelState.EXPIRED, ModelState.MISSING);
    }
}
