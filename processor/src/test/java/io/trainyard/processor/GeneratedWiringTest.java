package io.trainyard.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.trainyard.Plan;
import io.trainyard.Resolution;
import io.trainyard.Tier;
import io.trainyard.market.Subscription;
import io.trainyard.schedule.DateRule;
import io.trainyard.schedule.Schedule;
import io.trainyard.schedule.TimeRule;
import io.trainyard.schedule.Trigger;
import io.trainyard.strategy.StrategyDefinition;
import io.trainyard.strategy.StrategyWiring;
import io.trainyard.training.TrainingDefinition;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

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
                                        Trigger.of(Schedule.atDeployment()),
                                        Trigger.of(Schedule.of(
                                                DateRule.every(DayOfWeek.SUNDAY),
                                                TimeRule.at(LocalTime.of(8, 0)),
                                                newYork))),
                                List.of("sunday-trend/line"),
                                Duration.ofMinutes(10)))));
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void makes_the_schedule_that_is_declared(String name, Trigger generated, String declared) {
        assertThat(generated).hasToString(declared);
    }

    /** The generated triggers of the fixture that uses every element, and what they are in words. */
    static List<Arguments> declarations() {
        Path fixture = Javac.RESOURCES.resolve("good/EveryElement.java");
        StrategyWiring wiring =
                new Loaded(Javac.compile(Javac.options(fixture), Javac.file(fixture))).wiring("EveryElement");
        List<String> words = Javac.text(Javac.RESOURCES.resolve("good/EveryElement.txt"))
                .lines()
                .toList();
        List<Trigger> triggers = wiring.definition().trainings().stream()
                .flatMap(training -> training.triggers().stream())
                .toList();
        assertThat(words).hasSameSizeAs(triggers);
        return IntStream.range(0, words.size())
                .mapToObj(i -> Arguments.of("trigger " + i, triggers.get(i), words.get(i)))
                .toList();
    }
}
