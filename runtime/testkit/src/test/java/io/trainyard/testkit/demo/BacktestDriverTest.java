package io.trainyard.testkit.demo;

import static io.trainyard.testkit.TrainyardAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.trainyard.host.StrategyFailedException;
import io.trainyard.market.BarSeries;
import io.trainyard.market.History;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import io.trainyard.portfolio.Portfolio;
import io.trainyard.store.ObjectStore;
import io.trainyard.strategy.ModelGuard;
import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import io.trainyard.testkit.TimelineEvent.Kind;
import io.trainyard.time.MarketClock;
import io.trainyard.training.ModelState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a test can do to a strategy in a backtest. */
@StrategyTest(SundayTrend.class)
final class BacktestDriverTest {

    @BeforeEach
    void past(StrategyDriver driver) {
        driver.past(Weekdays.from("2024-03-04", 10, 11, 12, 13, 14));
    }

    @Test
    void trains_at_deployment_and_when_it_is_due(StrategyDriver driver) {
        driver.advanceTo("2024-03-17T08:00");

        assertThat(driver)
                .trained("fit")
                .times(3)
                .trained("fit")
                .at("2024-03-08T16:00")
                .version(1)
                .trained("fit")
                .at("2024-03-10T08:00")
                .trained("fit")
                .at("2024-03-17T08:00")
                .isModelReady()
                .isAt("2024-03-17T08:00");
    }

    @Test
    void what_is_due_before_bars_happens_before_they_come(StrategyDriver driver) {
        driver.feed(Weekdays.from("2024-03-11", 14, 15));

        assertThat(driver.timeline().events())
                .extracting(event -> event.kind())
                .startsWith(Kind.DEPLOYED, Kind.STARTED, Kind.TRAINED, Kind.STARTED, Kind.TRAINED, Kind.SLICE);
        assertThat(driver).ordered("AAPL", 7142).holds("AAPL", 7142).hasOrders(1);
    }

    @Test
    void bars_of_the_market_come_as_time_passes(StrategyDriver driver) {
        driver.market(Weekdays.from("2024-03-11", 14, 15, 16));

        driver.advanceTo("2024-03-12T15:59");
        assertThat(driver).saw(Kind.SLICE, "AAPL").ordered("AAPL");
        assertThat(driver.fills()).isEmpty();
        driver.advanceBy(Duration.ofMinutes(1));
        assertThat(driver.fills()).hasSize(1);
    }

    @Test
    void bars_come_from_a_source_too(StrategyDriver driver) {
        driver.market(source(Weekdays.from("2024-03-11", 14, 15))).advanceTo("2024-03-13");
        driver.feed(source(Weekdays.from("2024-03-13", 16)));

        assertThat(driver).isAt("2024-03-13T16:00");
        assertThat(driver.timeline().events(Kind.SLICE)).hasSize(3);
    }

    private static BarSource source(BarSeries series) {
        return new BarSource() {
            @Override
            public String description() {
                return series.toString();
            }

            @Override
            public List<Subscription> available() {
                return List.of(new Subscription(series.symbol(), series.resolution()));
            }

            @Override
            public BarSeries load(Subscription subscription) {
                return series;
            }
        };
    }

    @Test
    void the_parts_of_the_host_and_of_the_strategy_are_there(
            StrategyDriver driver,
            MarketClock clock,
            History history,
            Portfolio portfolio,
            ObjectStore store,
            ModelGuard guard,
            SundayTrend_Guard own,
            SundayTrend_Component component,
            SundayTrend strategy) {
        assertThat(clock.now()).isEqualTo(driver.now());
        assertThat(history.closes(9)).containsExactly(10, 11, 12, 13, 14);
        assertThat(portfolio.cash()).isEqualTo(100_000);
        assertThat(store.containsKey("sunday-trend/line")).isTrue();
        assertThat(guard).isSameAs(own).isSameAs(component.guard());
        assertThat(strategy).isSameAs(component.strategy()).isSameAs(driver.strategy(SundayTrend.class));
        assertThat(strategy.line.slope()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_budget_that_is_used_up_denies_the_next_run(StrategyDriver driver) {
        driver.advanceTo("2024-03-10T07:59").exhaustBudget().advanceTo("2024-03-10T08:00");

        assertThat(driver)
                .denied("fit")
                .at("2024-03-10T08:00")
                .because("the training budget has 29m59.79")
                .trained("fit")
                .times(1)
                .isModelReady();
    }

    @Test
    void a_full_store_refuses_a_larger_model_and_keeps_the_old_one(StrategyDriver driver) {
        driver.deploy().fillStore();
        driver.strategy(SundayTrend.class).line = new Line(0, 0);
        driver.feed(Weekdays.from("2024-03-11", 1.23456789012345));
        driver.advanceTo("2024-03-17T08:00");

        assertThat(driver)
                .failed("fit")
                .at("2024-03-17T08:00")
                .because("the object store has no room")
                .isModelReady();
        assertThat(driver.store().usage().bytes())
                .isEqualTo(driver.store().quota().maxBytes());
    }

    @Test
    void a_run_that_fails_leaves_the_old_model(StrategyDriver driver) {
        driver.deploy().fail("fit", new IllegalStateException("no data")).advanceTo("2024-03-17T08:00");

        assertThat(driver)
                .failed("fit")
                .at("2024-03-10T08:00")
                .with(IllegalStateException.class)
                .because("no data")
                .trained("fit")
                .at("2024-03-17T08:00")
                .hasVersions("sunday-trend/line", 2);
    }

    @Test
    void a_run_that_hangs_is_over_its_limit_and_charged_it(StrategyDriver driver) {
        driver.deploy().hang("fit").advanceTo("2024-03-10T08:00");

        assertThat(driver)
                .exceededLimit("fit")
                .at("2024-03-10T08:00")
                .hasBudgetInUse(Duration.ofMinutes(10))
                .hasModel("sunday-trend/line", ModelState.READY);
    }

    @Test
    void a_run_takes_as_long_as_the_test_says(StrategyDriver driver) {
        driver.deploy().complete("fit", Duration.ofMinutes(3)).complete("fit", Duration.ofMinutes(11));
        driver.advanceTo("2024-03-10T08:00");
        assertThat(driver).trained("fit").at("2024-03-10T08:00").hasBudgetLeft(Duration.ofMinutes(27));

        driver.advanceTo("2024-03-17T08:00");
        assertThat(driver).exceededLimit("fit").at("2024-03-17T08:00");
    }

    @Test
    void a_restart_finds_the_model_again_and_deploys_anew(StrategyDriver driver) {
        driver.feed(Weekdays.from("2024-03-11", 14, 15));
        Line before = driver.strategy(SundayTrend.class).line;

        driver.crash()
                .advanceTo("2024-03-13T09:00")
                .fail("fit", new IllegalStateException("no"))
                .restart();

        assertThat(driver.strategy(SundayTrend.class).line).isEqualTo(before);
        assertThat(driver).failed("fit").at("2024-03-13T09:00").hasOrders(1);
        assertThat(driver.parts().history().closes(9)).hasSize(7);
    }

    @Test
    void a_condition_is_waited_for_on_the_market_clock(StrategyDriver driver) {
        driver.market(Weekdays.from("2024-03-11", 14, 15, 16, 12, 10, 9, 8));

        driver.runUntil(() -> driver.fills().size() == 1);
        assertThat(driver).isAt("2024-03-12T16:00");

        assertThatThrownBy(() -> driver.runUntil(() -> false, Duration.ofDays(10)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("the condition does not hold by Fri 2024-03-22 16:00")
                .hasMessageContaining("What happened to sunday-trend, backtest");
    }

    @Test
    void the_timetable_is_that_of_the_schedules(StrategyDriver driver) {
        driver.deploy();

        assertThat(driver)
                .isDueNext("fit", "2024-03-10T08:00")
                .hasTimetable("fit", "2024-03-10T08:00", "2024-03-17T08:00", "2024-03-24T08:00");
    }

    @Test
    void times_are_the_strategys_or_have_an_offset(StrategyDriver driver) {
        driver.advanceTo("2024-03-09");
        assertThat(driver.now()).isEqualTo(Instant.parse("2024-03-09T05:00:00Z"));
        driver.advanceTo("2024-03-09T12:00:00Z");
        assertThat(driver).isAt("2024-03-09T07:00");
        driver.advanceTo(ZonedDateTime.parse("2024-03-09T13:00+01:00[Europe/Berlin]"));
        assertThat(driver.local().getHour()).isEqualTo(7);

        assertThatThrownBy(() -> driver.advanceTo("2024-03-10T02:30"))
                .hasMessage("\"2024-03-10T02:30\" is no time in America/New_York"
                        + "\n    why:  clocks go forward over it"
                        + "\n    fix:  \"2024-03-10T03:30\" is the same moment");
        assertThatThrownBy(() -> driver.advanceTo("Sunday at eight"))
                .hasMessageContaining("is no market time")
                .hasMessageContaining("fix:");
        assertThatThrownBy(() -> driver.advanceTo("2024-03-08")).hasMessageContaining("time does not go back");
    }

    @Test
    void what_makes_no_sense_is_refused_in_words(StrategyDriver driver) {
        assertThatThrownBy(() -> driver.fail("fitt", new IllegalStateException()))
                .hasMessage("no training of sunday-trend is called fitt, only [fit]");
        assertThatThrownBy(driver::ledger).hasMessageContaining("a backtest has no ledger");
        driver.deploy();
        assertThatThrownBy(driver::deploy).hasMessageContaining("is deployed already");
        assertThatThrownBy(() -> driver.past(Weekdays.from("2024-03-01", 1)))
                .hasMessageContaining("call past(...) before");
        assertThatThrownBy(() -> driver.feed(Weekdays.from("2024-03-08", 1)))
                .hasMessageContaining("give bars of the past to past(...)");
        assertThatThrownBy(() -> driver.feed(Weekdays.from("2024-03-11", 1).as("MSFT")))
                .hasMessageContaining("does not subscribe to MSFT");
        assertThatThrownBy(() -> driver.startAt("2024-03-11")).hasMessageContaining("call startAt first");
        driver.stop();
        assertThatThrownBy(driver::exhaustBudget).hasMessageContaining("does not run");
    }

    @Test
    void what_a_handler_throws_is_thrown_where_time_passed(StrategyDriver driver) {
        driver.advanceTo("2024-03-10T09:00");
        fail(driver.strategy(SundayTrend.class));

        assertThatThrownBy(() -> driver.feed(Weekdays.from("2024-03-11", 1, 2)))
                .isInstanceOf(StrategyFailedException.class)
                .hasMessageContaining("handler trade failed at 2024-03-11T20:00:00Z");
        assertThatThrownBy(driver::exhaustBudget).hasMessageContaining("does not run");
    }

    // a handler is to fail
    private static void fail(SundayTrend strategy) {
        strategy.line = null;
    }
}
