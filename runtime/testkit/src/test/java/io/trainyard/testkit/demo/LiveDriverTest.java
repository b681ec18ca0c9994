package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.host.StrategyFailedException;
import io.trainyard.testkit.Mode;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import io.trainyard.testkit.TimelineEvent;
import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.training.ModelState;
import io.trainyard.training.ledger.RunEvent;
import io.trainyard.training.ledger.RunLedger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a test can do to a strategy that runs live: nothing goes on unless it says so. */
@Timeout(60)
@StrategyTest(value = SundayTrend.class, mode = Mode.LIVE)
final class LiveDriverTest {

    @BeforeEach
    void past(StrategyDriver driver) {
        driver.past(Weekdays.from("2024-03-04", 10, 11, 12, 13, 14));
    }

    @Test
    void a_training_waits_for_the_test_and_handlers_for_its_model(StrategyDriver driver) {
        driver.deploy().advanceBy(Duration.ofMinutes(5));
        assertThat(driver).isAtWork("fit").isNotModelReady().hasOpenRun("fit");

        driver.complete("fit");
        assertThat(driver)
                .trained("fit")
                .at("2024-03-08T16:00")
                .endingAt("2024-03-08T16:05")
                .isModelReady()
                .hasNoOpenRuns();
        assertThat(driver.atWork()).isEmpty();
    }

    @Test
    void a_training_sees_the_market_as_it_was_when_it_began(StrategyDriver driver) {
        driver.deploy().complete("fit").advanceTo("2024-03-10T08:00");
        driver.advanceBy(Duration.ofMinutes(1));
        Line before = driver.strategy(SundayTrend.class).line;

        driver.complete("fit");

        assertThat(driver.strategy(SundayTrend.class).line).isEqualTo(before);
        assertThat(driver).trained("fit").at("2024-03-10T08:00").endingAt("2024-03-10T08:01");
    }

    @Test
    void the_old_model_serves_while_the_new_one_is_trained(StrategyDriver driver) {
        driver.deploy().complete("fit");
        driver.advanceTo("2024-03-17T08:00");
        driver.restart(); // what it was at is cancelled
        driver.feed(Weekdays.from("2024-03-18", 14, 15));

        assertThat(driver)
                .cancelled("fit")
                .at("2024-03-17T08:00")
                .because("the strategy was stopped")
                .ordered("AAPL");
    }

    @Test
    void a_training_that_nobody_completes_is_ended_at_its_limit(StrategyDriver driver) {
        driver.deploy().complete("fit").advanceTo("2024-03-10T08:09:59");
        assertThat(driver).isAtWork("fit");

        driver.advanceBy(Duration.ofSeconds(1));
        assertThat(driver)
                .exceededLimit("fit")
                .at("2024-03-10T08:00")
                .endingAt("2024-03-10T08:10")
                .hasModel("sunday-trend/line", ModelState.READY);
        // charged at once, leaking since it began
        assertThat(driver.budget().level(driver.now()).toSeconds()).isEqualTo(597);
    }

    @Test
    void a_training_fails_as_the_test_says(StrategyDriver driver) {
        driver.deploy();
        driver.fail("fit", new IllegalStateException("no data"));

        assertThat(driver).failed("fit").because("no data").isNotModelReady().hasNotStored("sunday-trend/line");
    }

    @Test
    void a_training_that_is_told_a_time_ends_by_itself(StrategyDriver driver) {
        driver.complete("fit", Duration.ofMinutes(3));
        driver.deploy().advanceBy(Duration.ofMinutes(4));

        assertThat(driver).trained("fit").endingAt("2024-03-08T16:03");
    }

    @Test
    void trainings_run_by_themselves_if_they_may(StrategyDriver driver) {
        driver.letTrainingsRun().advanceTo("2024-03-17T08:00");
        assertThat(driver).trained("fit").times(3);

        driver.holdTrainings().advanceTo("2024-03-24T08:00");
        assertThat(driver).trained("fit").times(3).isAtWork("fit");
    }

    @Test
    void a_process_that_dies_takes_its_training_with_it_and_the_next_one_knows(StrategyDriver driver) {
        driver.deploy().complete("fit").advanceTo("2024-03-10T08:00");
        driver.crash().advanceTo("2024-03-10T09:00").restart();

        assertThat(driver).hasVersions("sunday-trend/line", 1).isModelReady().hasNoOpenRuns();
        assertThat(events(driver.ledger())).contains("Ended CRASHED").endsWith("Deployed", "Published");
        // what it had reserved is charged: nobody knows how long it worked
        assertThat(driver)
                .hasBudgetInUse(
                        Duration.ofMinutes(10).minus(Duration.ofSeconds(12).plusMillis(500)));
    }

    @Test
    void occasions_of_the_time_between_processes_are_made_up_for(StrategyDriver driver) {
        driver.deploy().complete("fit");
        driver.crash().advanceTo("2024-03-10T09:00").restart();
        driver.complete("fit");

        assertThat(driver).trained("fit").at("2024-03-10T08:00").endingAt("2024-03-10T09:00");
    }

    @Test
    void a_budget_stays_used_up_over_a_restart(StrategyDriver driver) {
        driver.deploy().complete("fit").exhaustBudget().restart();

        assertThat(driver).hasBudgetLeft(Duration.ZERO).trained("fit").times(1);
    }

    @Test
    void bars_that_come_while_no_process_runs_are_past_for_the_next(StrategyDriver driver) {
        driver.letTrainingsRun().market(Weekdays.from("2024-03-11", 20, 21, 22)).deploy();
        driver.crash().advanceTo("2024-03-12T17:00").restart();

        assertThat(driver.parts().history().closes(9)).containsExactly(10, 11, 12, 13, 14, 20, 21);
        driver.advanceTo("2024-03-13T16:00");
        assertThat(driver.timeline().events(Kind.SLICE)).hasSize(1);
    }

    @Test
    void what_a_handler_throws_is_thrown_where_time_passed(StrategyDriver driver) {
        driver.deploy().complete("fit").letTrainingsRun().advanceTo("2024-03-10T09:00");
        driver.strategy(SundayTrend.class).line = null;

        assertThatThrownBy(() -> driver.feed(Weekdays.from("2024-03-11", 14, 15)))
                .isInstanceOf(StrategyFailedException.class)
                .hasMessageContaining("handler trade failed at 2024-03-11T20:00:00Z");
        assertThat(driver.restart().isModelReady()).isTrue();
    }

    @RepeatedTest(20)
    void the_same_test_comes_to_the_same_timeline(StrategyDriver driver) {
        List<TimelineEvent> first = story(driver);
        assertThat(first)
                .isEqualTo(story(StrategyDriver.of(SundayTrend.class)
                        .mode(Mode.LIVE)
                        .build()
                        .past(Weekdays.from("2024-03-04", 10, 11, 12, 13, 14))));
    }

    private static List<TimelineEvent> story(StrategyDriver driver) {
        try (driver) {
            driver.deploy().advanceBy(Duration.ofMinutes(11));
            driver.market(Weekdays.from("2024-03-11", 14, 15, 16, 12, 10, 9, 8)).letTrainingsRun();
            driver.advanceTo("2024-03-17T08:00").holdTrainings().advanceTo("2024-03-24T08:01");
            driver.crash().restart().advanceTo("2024-03-31T08:00").restart();
            return driver.timeline().events();
        }
    }

    private static List<String> events(RunLedger ledger) {
        List<String> events = new ArrayList<>();
        ledger.read(entry -> events.add(entry.event().getClass().getSimpleName()
                + (entry.event() instanceof RunEvent.Ended ended ? " " + ended.end() : "")));
        return events;
    }
}
