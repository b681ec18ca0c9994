package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.trainyard.Cost;
import io.trainyard.Plan;
import io.trainyard.market.Bar;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.store.MemoryStore;
import io.trainyard.store.Quota;
import io.trainyard.store.Usage;
import io.trainyard.training.ModelState;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingQuota;
import io.trainyard.training.TrainingRun;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class BacktestTest {

    private final DeclaredByHand strategy = new DeclaredByHand();

    private Backtest backtest() {
        // Monday to Monday, as LEAN's own training example
        return new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-14"));
    }

    @Test
    void trains_at_deployment_and_on_a_sunday_without_bars() {
        BacktestResult result = backtest().run();

        assertThat(result.trainings())
                .extracting(run -> run.due().atZone(DeclaredByHand.NEW_YORK).toLocalDateTime())
                .asString()
                .isEqualTo("[2013-10-07T00:00, 2013-10-13T08:00]");
        assertThat(result.trainings())
                .allSatisfy(run -> assertThat(run.outcome()).isInstanceOf(Outcome.Succeeded.class));
    }

    @Test
    void the_clock_of_a_training_shows_when_it_was_due() {
        backtest().run();

        assertThat(strategy.model).isEqualTo("trained at 2013-10-13T08:00-04:00[America/New_York]");
    }

    @Test
    void history_ends_at_the_time_of_the_training_and_reaches_back_before_the_first_day() {
        List<List<Bar>> seen = new ArrayList<>();
        strategy.trains(host -> () -> {
            seen.add(host.history().bars("SPY", 1_000));
            return "model";
        });

        backtest().run();

        assertThat(seen).hasSize(2);
        assertThat(seen.get(0)).hasSize(25); // the weekdays from 2 September to 4 October
        assertThat(seen.get(1)).hasSize(30);
        assertThat(seen.get(1).get(29)).isEqualTo(DeclaredByHand.bar("SPY", LocalDate.parse("2013-10-11")));
    }

    @Test
    void a_training_due_when_a_bar_ends_sees_the_bar_and_comes_before_the_handler() {
        List<String> order = new ArrayList<>();
        strategy.due(Schedule.of(
                        DateRule.every(DayOfWeek.TUESDAY), TimeRule.at(LocalTime.of(16, 0)), DeclaredByHand.NEW_YORK))
                .always()
                .trains(host -> () -> {
                    order.add("trains on " + host.history().closes("SPY", 1)[0]);
                    return "model";
                })
                .handles(slice -> order.add("handles " + slice.bar(0).close()));

        backtest().to(LocalDate.parse("2013-10-09")).run();

        assertThat(order).containsExactly("handles 7.0", "trains on 8.0", "handles 8.0", "handles 9.0");
    }

    @Test
    void handlers_wait_until_the_model_is_ready() {
        strategy.due(Schedule.of(
                DateRule.every(DayOfWeek.WEDNESDAY), TimeRule.at(LocalTime.of(8, 0)), DeclaredByHand.NEW_YORK));

        BacktestResult result = backtest().run();

        assertThat(result.slices()).isEqualTo(6);
        assertThat(result.withheld()).isEqualTo(2);
        assertThat(strategy.handled).hasSize(4);
    }

    @Test
    void a_handler_that_says_always_does_not_wait() {
        strategy.due().always();

        backtest().run();

        assertThat(strategy.handled).hasSize(6);
        assertThat(strategy.cell.state()).isEqualTo(ModelState.MISSING);
    }

    @Test
    void a_training_that_fails_keeps_the_old_model_and_the_strategy_goes_on() {
        strategy.trains(host -> () -> {
            if (host.clock().local().getDayOfWeek() == DayOfWeek.SUNDAY) {
                throw new IOException("no memory left on the device");
            }
            return "the first";
        });

        BacktestResult result = backtest().run();

        assertThat(strategy.model).isEqualTo("the first");
        assertThat(strategy.cell.state()).isEqualTo(ModelState.READY);
        assertThat(strategy.handled).hasSize(6);
        assertThat(result.trainings().get(1).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).isEqualTo("no memory left on the device"));
    }

    @Test
    void a_training_that_returns_null_fails() {
        strategy.trains(host -> () -> null);

        BacktestResult result = backtest().run();

        assertThat(result.trainings().get(0).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("fit returned null"));
        assertThat(strategy.handled).isEmpty();
    }

    @Test
    void a_void_training_is_not_ready_while_it_runs() {
        List<ModelState> during = new ArrayList<>();
        strategy.writes(() -> {
            during.add(strategy.cell.state());
            strategy.model = "written";
        });

        backtest().run();

        assertThat(during).containsExactly(ModelState.TRAINING, ModelState.TRAINING);
        assertThat(strategy.cell.state()).isEqualTo(ModelState.READY);
    }

    @Test
    void a_void_training_that_throws_leaves_its_model_failed_and_handlers_uncalled() {
        strategy.writes(() -> {
            strategy.model = "half of it";
            throw new IllegalStateException("no convergence");
        });

        BacktestResult result = backtest().run();

        assertThat(strategy.cell.state()).isEqualTo(ModelState.FAILED);
        assertThat(strategy.handled).isEmpty();
        assertThat(result.trainings()).hasSize(2);
    }

    @Test
    void a_void_training_that_leaves_its_field_empty_fails() {
        strategy.writes(() -> {});

        BacktestResult result = backtest().run();

        assertThat(result.trainings().get(0).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("fit left the field of model null"));
        assertThat(strategy.cell.state()).isEqualTo(ModelState.FAILED);
    }

    @Test
    void an_empty_budget_refuses_the_training_and_the_strategy_goes_on() {
        // a run reserves and is charged the whole bucket, of which a third comes back in a day
        TrainingQuota quota = new TrainingQuota(Duration.ofMinutes(3), Duration.ofMinutes(1), Duration.ofDays(1));
        strategy.due(Schedule.of(
                        DateRule.every(DayOfWeek.values()), TimeRule.at(LocalTime.of(8, 0)), DeclaredByHand.NEW_YORK))
                .policy(RunPolicy.standard().within(Duration.ofMinutes(3)).charged(Cost.LIMIT));

        BacktestResult result = backtest().quota(quota).run();

        assertThat(result.trainings()).hasSize(8);
        assertThat(result.trainings().get(0).outcome()).isInstanceOf(Outcome.Succeeded.class);
        assertThat(result.trainings().get(1).outcome())
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("there is room again at"));
        assertThat(strategy.handled).hasSize(6);
    }

    @Test
    void a_full_store_refuses_the_new_model_and_the_old_one_serves() {
        strategy.trains(host ->
                () -> host.clock().local().getDayOfWeek() == DayOfWeek.SUNDAY ? "x".repeat(6 * 1024 * 1024) : "small");

        BacktestResult result = backtest().plan(Plan.FREE).run();

        assertThat(strategy.model).isEqualTo("small");
        assertThat(result.trainings().get(1).outcome()).isInstanceOf(Outcome.Failed.class);
        assertThat(strategy.handled).hasSize(6);
    }

    @Test
    void a_second_run_restores_what_was_complete_when_it_is_deployed_and_nothing_later() {
        MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
        backtest().store(store).run();

        BacktestResult second = new Backtest(new DeclaredByHand().due())
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-14"))
                .store(store)
                .run();

        assertThat(second.restorations()).singleElement().satisfies(restored -> {
            assertThat(Objects.requireNonNull(restored.version()).savedAt()).isEqualTo(second.from());
            assertThat(restored.problem()).isNull();
        });
        assertThat(second.withheld()).isZero();
    }

    @Test
    void a_run_that_starts_from_live_begins_with_its_models_and_leaves_them_alone() {
        MemoryStore live = new MemoryStore(Quota.of(Plan.FREE));
        backtest().store(live).run();
        Usage before = live.usage();

        BacktestResult second = new Backtest(new DeclaredByHand())
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-14"))
                .startingFrom(live)
                .run();

        assertThat(second.restorations())
                .singleElement()
                .satisfies(restored -> assertThat(restored.version()).isNotNull());
        assertThat(second.trainings()).isNotEmpty();
        assertThat(live.usage()).isEqualTo(before);
    }

    @Test
    void what_cannot_be_restored_is_said_and_trained_anew() {
        MemoryStore store = new MemoryStore(Quota.of(Plan.FREE));
        strategy.trains(host -> () -> "good");
        DeclaredByHand broken = new DeclaredByHand();
        new Backtest(broken)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .store(store)
                .run();
        broken.parts().store().saveBytes("model", new byte[] {(byte) 0xff, (byte) 0xfe});

        BacktestResult result = new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-11-29"))
                .from(LocalDate.parse("2013-11-04"))
                .store(store)
                .run();

        assertThat(result.restorations().get(0).problem()).isNotNull();
        assertThat(strategy.model).isEqualTo("good");
    }

    @Test
    void a_handler_that_throws_ends_the_run_and_says_where() {
        strategy.handles(slice -> {
            throw new IllegalStateException("division by zero");
        });

        assertThatThrownBy(backtest()::run)
                .isInstanceOf(StrategyFailedException.class)
                .hasMessageContaining("handler trade failed at 2013-10-07T20:00:00Z")
                .hasMessageContaining("division by zero");
    }

    @Test
    void a_handler_that_throws_an_error_ends_the_run_and_says_where_too() {
        strategy.handles(slice -> {
            throw new StackOverflowError();
        });

        assertThatThrownBy(() -> backtest().run())
                .isInstanceOf(StrategyFailedException.class)
                .hasMessageContaining("handler trade failed at 2013-10-07T20:00:00Z: java.lang.StackOverflowError")
                .hasCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void a_strategy_that_cannot_be_made_ends_the_run_and_says_why() {
        strategy.made(() -> {
            throw new IllegalArgumentException("no licence");
        });

        assertThatThrownBy(() -> backtest().run())
                .isInstanceOf(StrategyFailedException.class)
                .hasMessageContaining("by-hand could not be made: java.lang.IllegalArgumentException: no licence");
    }

    @Test
    void a_training_that_throws_an_error_fails_and_the_strategy_goes_on() {
        strategy.always().trains(host -> () -> {
            throw host.clock().local().getDayOfWeek() == DayOfWeek.SUNDAY
                    ? new OutOfMemoryError("Java heap space")
                    : new Error("not written yet");
        });

        BacktestResult result = backtest().run();

        assertThat(result.trainings())
                .extracting(run -> ((Outcome.Failed) run.outcome()).reason())
                .containsExactly("java.lang.Error: not written yet", "java.lang.OutOfMemoryError: Java heap space");
        assertThat(strategy.handled).hasSize(6);
    }

    @Test
    void runs_over_the_whole_of_the_bars_where_no_day_is_said() {
        BacktestResult result = new Backtest(strategy)
                .bars(weekdays("2013-10-01", "2013-10-31"))
                .run();

        assertThat(result.slices()).isEqualTo(23);
        assertThat(result.from().atZone(DeclaredByHand.NEW_YORK).toLocalDateTime())
                .isEqualTo("2013-10-01T00:00");
    }

    @Test
    void trains_after_the_last_bar_of_the_last_day() {
        strategy.due(Schedule.of(
                DateRule.every(DayOfWeek.MONDAY), TimeRule.at(LocalTime.of(23, 59)), DeclaredByHand.NEW_YORK));

        assertThat(backtest().run().trainings()).extracting(TrainingRun::number).containsExactly(1, 2);
    }

    @Test
    void refuses_days_in_the_wrong_order() {
        assertThatThrownBy(backtest().to(LocalDate.parse("2013-10-01"))::run)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("swap them");
    }

    @Test
    void refuses_days_that_are_all_before_or_after_the_bars() {
        assertThatThrownBy(() -> Trainyard.backtest(strategy)
                        .bars(DeclaredByHand.weekdays("2013-09-02", "2013-10-31"))
                        .from(LocalDate.parse("2014-01-01"))
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the first day, 2014-01-01, is after all bars: name days between 2013-09-02 and 2013-10-31");
        assertThatThrownBy(() -> Trainyard.backtest(strategy)
                        .bars(DeclaredByHand.weekdays("2013-09-02", "2013-10-31"))
                        .from(LocalDate.parse("2012-01-01"))
                        .to(LocalDate.parse("2012-02-01"))
                        .run())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "the last day, 2012-02-01, is before all bars: name days between 2013-09-02 and 2013-10-31");
    }

    @Test
    void refuses_to_run_without_bars() {
        assertThatThrownBy(new Backtest(strategy)::run)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("bars(...)");
    }

    @Test
    void orders_are_filled_at_the_open_of_the_next_bar() {
        strategy.handles(slice -> {
            if (slice.bar(0).close() == 8) {
                strategy.parts().portfolio().order("SPY", 100);
            }
        });

        BacktestResult result = backtest().run();

        assertThat(result.orders())
                .singleElement()
                .satisfies(order -> assertThat(order.toString()).contains("price=9.0"));
    }
}
