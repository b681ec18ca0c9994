package io.trainyard.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.host.BacktestResult;
import io.trainyard.host.BacktestRun;
import io.trainyard.host.Trainyard;
import io.trainyard.market.data.LeanFolder;
import io.trainyard.training.Outcome;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The strategies of this package over SPY as LEAN stores it. */
final class LeanTrainingExampleTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void trains_exactly_when_leans_own_example_does() {
        BacktestResult result = Trainyard.backtest(SundayTrend.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-14"))
                .run();

        assertThat(result.trainings())
                .extracting(run -> run.due().atZone(NEW_YORK).toLocalDateTime().toString())
                .containsExactly("2013-10-07T00:00", "2013-10-13T08:00");
        assertThat(result.trainings())
                .allSatisfy(run -> assertThat(run.outcome()).isInstanceOf(Outcome.Succeeded.class));
    }

    @Test
    void no_training_in_23_years_sees_a_bar_that_ends_after_its_own_time() {
        BacktestRun run = Trainyard.backtest(WhatItSaw.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .from(LocalDate.parse("1998-01-05"))
                .deploy();

        BacktestResult result = run.run();

        WhatItSaw saw = run.component(WhatItSaw_Component.class).strategy();
        assertThat(saw.trainings).hasSizeGreaterThan(1_200).hasSameSizeAs(result.trainings());
        assertThat(saw.trainings).allSatisfy(look -> {
            assertThat(look.latestEnd()).isBeforeOrEqualTo(look.clock());
            assertThat(look.clock().atZone(NEW_YORK).toLocalTime()).hasToString("08:00");
        });
        assertThat(saw.bars).hasSize((int) result.slices());
        assertThat(saw.bars).allSatisfy(look -> assertThat(look.latestEnd()).isEqualTo(look.clock()));
        assertThat(result.trainings())
                .allSatisfy(training -> assertThat(training.outcome()).isInstanceOf(Outcome.Succeeded.class));
    }

    @Test
    void a_users_own_component_takes_the_generated_one_as_a_dependency() {
        BacktestRun run = Trainyard.backtest(TradingDesk.Desk.class)
                .bars(LeanFolder.at(LeanData.folder()))
                .from(LocalDate.parse("2013-10-07"))
                .to(LocalDate.parse("2013-10-18"))
                .deploy();
        TradingDesk.Firm firm = DaggerTradingDesk_Firm.builder()
                .tradingDesk_Desk_Component(run.component(TradingDesk_Desk_Component.class))
                .build();

        run.run();

        TradingDesk.Desk desk = firm.report().desk;
        assertThat(desk.diary.entries).isEqualTo(5);
        assertThat(desk.store.readText("desk/window")).isEqualTo("20");
        assertThat(desk.guard.line().isReady()).isTrue();
        assertThat(List.of(desk))
                .containsOnly(run.component(TradingDesk_Desk_Component.class).strategy());
    }
}
