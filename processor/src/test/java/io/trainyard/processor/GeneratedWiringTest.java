package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.training.TrainingDefinition;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Generated code, loaded and run. */
class GeneratedWiringTest {

    @Test
    void describes_the_strategy_as_it_was_declared() throws ReflectiveOperationException {
        Loaded loader = new Loaded(Javac.compile(Javac.file(Javac.RESOURCES.resolve("good/SundayTrend.java"))));
        StrategyWiring wiring = loader.wiring("SundayTrend");
        ZoneId newYork = ZoneId.of("America/New_York");
        assertThat(wiring.definition())
                .isEqualTo(new StrategyDefinition(
                        "sunday-trend",
                        loader.loadClass("demo.SundayTrend"),
                        newYork,
                        Tier.MB_512,
                        Plan.FREE,
                        List.of(new Subscription("SPY", Resolution.DAILY)),
                        List.of(new TrainingDefinition(
                                "fit",
                                List.of(
                                        Schedule.atDeployment(),
                                        Schedule.of(
                                                DateRule.every(DayOfWeek.SUNDAY),
                                                TimeRule.at(LocalTime.of(8, 0)),
                                                newYork)),
                                List.of("sunday-trend/line"),
                                Duration.ofMinutes(10)))));
    }
}
