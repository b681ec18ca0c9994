package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.trainyard.testkit.Mode;
import io.trainyard.testkit.StrategyAssert;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.training.ModelState;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An assertion that does not hold says what was expected, what is so, and the story of the test. */
final class AssertionsTest {

    private final StrategyDriver driver = StrategyDriver.of(SundayTrend.class)
            .mode(Mode.LIVE)
            .build()
            .past(Weekdays.from("2024-03-04", 10, 11, 12, 13, 14));

    @AfterEach
    void close() {
        driver.close();
    }

    @TestFactory
    Stream<DynamicTest> says_what_is_so() {
        driver.deploy().complete("fit").feed(Weekdays.from("2024-03-11", 14, 15));
        Map<String, Consumer<StrategyAssert>> wrong = new LinkedHashMap<>();
        wrong.put(
                "to have trained fit at Sat 2024-03-09 08:00,\nbut fit due at Fri 2024-03-08 16:00 was trained",
                it -> it.trained("fit").at("2024-03-09T08:00"));
        wrong.put("to have trained fit to version 7", it -> it.trained("fit").version(7));
        wrong.put("to have trained fit 3 times", it -> it.trained("fit").times(3));
        wrong.put("to have been denied fit", it -> it.denied("fit"));
        wrong.put(
                "to have run fit over its limit because \"the moon\"",
                it -> it.exceededLimit("fit").because("the moon"));
        wrong.put("to have cancelled fit", it -> it.cancelled("fit"));
        wrong.put("to have skipped fit", it -> it.skipped("fit"));
        wrong.put("to have failed to train fit", it -> it.failed("fit").with(IllegalStateException.class));
        wrong.put("to have held back what fit made", it -> it.heldBack("fit"));
        wrong.put("never to have trained fit,\nbut it did at Fri 2024-03-08 16:00", it -> it.hasNeverTrained("fit"));
        wrong.put("to be at work on fit,\nbut no training is", it -> it.isAtWork("fit"));
        wrong.put(
                "next at Sat 2024-03-16 08:00,\nbut it is at Sun 2024-03-17 08:00",
                it -> it.isDueNext("fit", "2024-03-16T08:00"));
        wrong.put("but it is at Sun 2024-03-17 08:00", it -> it.hasTimetable("fit", "2024-03-16T08:00"));
        wrong.put(
                "to have a model that is not ready,\nbut sunday-trend/line is READY, version 1",
                StrategyAssert::isNotModelReady);
        wrong.put("to have sunday-trend/line STALE", it -> it.hasModel("sunday-trend/line", ModelState.STALE));
        wrong.put("to have stored nowhere,\nbut the store has [sunday-trend/line]", it -> it.hasStored("nowhere"));
        wrong.put("not to have stored sunday-trend/line", it -> it.hasNotStored("sunday-trend/line"));
        wrong.put(
                "to have stored 2 versions of sunday-trend/line,\nbut there are 1",
                it -> it.hasVersions("sunday-trend/line", 2));
        wrong.put("to have 2 minutes of its budget left", it -> it.hasBudgetLeft(Duration.ofMinutes(2)));
        wrong.put("to have 2 minutes of its budget in use", it -> it.hasBudgetInUse(Duration.ofMinutes(2)));
        wrong.put(
                "to have ordered MSFT,\nbut it has ordered buy 7142 AAPL at Mon 2024-03-11 16:00, FILLED",
                it -> it.ordered("MSFT"));
        wrong.put("to have ordered sell 1 AAPL", it -> it.ordered("AAPL", -1));
        wrong.put("to have ordered nothing", StrategyAssert::orderedNothing);
        wrong.put("to have placed 2 orders", it -> it.hasOrders(2));
        wrong.put("to hold 1.0 AAPL,\nbut it holds 7142.0", it -> it.holds("AAPL", 1));
        wrong.put("to have a run of fit open in its ledger,\nbut no run is", it -> it.hasOpenRun("fit"));
        wrong.put("to have fit paused", it -> it.hasPaused("fit"));
        wrong.put("to be at Tue 2024-03-12 16:01,\nbut it is Tue 2024-03-12 16:00", it -> it.isAt("2024-03-12T16:01"));
        wrong.put("to have seen \"crashed \"", it -> it.saw(Kind.CRASHED, ""));
        return wrong.entrySet().stream()
                .map(one -> dynamicTest(
                        one.getKey(),
                        () -> assertThatThrownBy(() -> one.getValue().accept(assertThat(driver)))
                                .isInstanceOf(AssertionError.class)
                                .hasMessageContaining("Expected sunday-trend ")
                                .hasMessageContaining(one.getKey())
                                .hasMessageContaining(
                                        "What happened to sunday-trend, live, on the clocks of America/New_York:")));
    }

    @Test
    void a_training_that_is_at_work_is_named() {
        driver.deploy();

        assertThatThrownBy(() -> assertThat(driver).hasNoOpenRuns())
                .hasMessageContaining("but there are [OpenRun[run=1");
        assertThatThrownBy(() -> assertThat(driver).isModelReady())
                .hasMessageContaining("to have its models ready,\nbut sunday-trend/line is MISSING");
        assertThatThrownBy(() -> assertThat(driver).trained("other"))
                .hasMessageContaining("no training of sunday-trend is called other");
    }

    @Test
    void many_slices_in_a_row_are_one_line_and_how_many_more() {
        driver.deploy().complete("fit");
        driver.feed(Weekdays.from("2024-03-11", 10, 10, 10, 10, 10));

        assertThat(driver.timeline().toString()).contains("    ... 2 more like it\n");
    }
}
