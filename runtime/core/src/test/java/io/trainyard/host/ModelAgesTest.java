package io.trainyard.host;

import static io.trainyard.host.DeclaredByHand.weekdays;
import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Cost;
import io.trainyard.Tier;
import io.trainyard.schedule.Schedule;
import io.trainyard.training.Freshness;
import io.trainyard.training.ModelState;
import io.trainyard.training.Outcome;
import io.trainyard.training.RunPolicy;
import io.trainyard.training.TrainingBudget;
import io.trainyard.training.TrainingQuota;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models that get old, and budgets that several strategies share. */
final class ModelAgesTest {

    private final DeclaredByHand strategy = new DeclaredByHand().due(Schedule.atDeployment());

    /** From a Monday to the next, trained on the first at midnight only. */
    private static BacktestResult week(DeclaredByHand strategy) {
        return new Backtest(strategy)
                .bars(weekdays("2013-09-02", "2013-10-31"))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-14"))
                .run();
    }

    @Test
    void a_stale_model_serves_and_an_expired_one_does_not() {
        List<ModelState> served = new ArrayList<>();
        strategy.fresh(new Freshness(Duration.ofDays(2), Duration.ofDays(4)))
                .handles(slice -> served.add(strategy.cell.state()));

        BacktestResult result = week(strategy);

        assertThat(served).containsExactly(ModelState.READY, ModelState.READY, ModelState.STALE, ModelState.STALE);
        assertThat(strategy.cell.state()).isEqualTo(ModelState.EXPIRED);
        assertThat(result.withheld()).isEqualTo(2);
    }

    @Test
    void a_handler_that_requires_a_model_waits_for_it_to_be_young_enough_too() {
        strategy.fresh(new Freshness(Duration.ofDays(1), Duration.ofDays(1))).requires();

        week(strategy);

        assertThat(strategy.handled).hasSize(1);
    }

    @Test
    void a_newer_model_is_as_good_as_new() {
        strategy.due(DeclaredByHand.FIT.schedules().toArray(Schedule[]::new))
                .fresh(Freshness.stale(Duration.ofDays(5)));

        week(strategy);

        // trained again on Sunday
        assertThat(strategy.cell.state()).isEqualTo(ModelState.READY);
    }

    @Test
    void what_one_strategy_has_used_of_a_shared_budget_another_lacks() {
        RunPolicy dear = RunPolicy.standard().within(Duration.ofMinutes(20)).charged(Cost.LIMIT);
        LocalDate first = LocalDate.parse("2013-10-07");
        TrainingBudget shared = new TrainingBudget(
                TrainingQuota.of(Tier.MB_512),
                first.atStartOfDay(DeclaredByHand.NEW_YORK).toInstant());

        List<Outcome> outcomes = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            BacktestResult result = new Backtest(
                            new DeclaredByHand().due(Schedule.atDeployment()).policy(dear))
                    .bars(weekdays("2013-09-02", "2013-10-31"))
                    .from(first.plusDays(day))
                    .to(first.plusDays(day))
                    .budget(shared)
                    .run();
            outcomes.add(result.trainings().get(0).outcome());
        }

        // 20 minutes of 30 in use; 5 come back a day, so that 20 fit again on the second day after
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(outcomes.get(1)).isInstanceOf(Outcome.Refused.class);
        assertThat(outcomes.get(2)).isInstanceOf(Outcome.Succeeded.class);
    }
}
