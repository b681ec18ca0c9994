package io.trainyard.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** None of many correct strategies is flagged: every law says that it is kept, and how it was tried. */
final class CorrectStrategiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ages",
                "AsksTheGuard",
                "AtTheClose",
                "CachesWithin",
                "CountsInTheStore",
                "Crypto",
                "Deferred",
                "FitsInParallel",
                "Gated",
                "HashesWell",
                "Hourly",
                "Injected",
                "MinuteMean",
                "Modelled",
                "MonthEnd",
                "Plain",
                "Retried",
                "SeededForest",
                "ShyOfCrashes",
                "SundayLine",
                "TimesItself",
                "TwoModels",
                "TwoSymbols",
                "WritesItsFields"
            })
    void none_is_flagged(String name) throws ClassNotFoundException {
        List<Verdict> verdicts =
                Laws.of(Class.forName("io.trainyard.testkit.laws.good." + name)).check();

        assertThat(verdicts)
                .hasSize(Law.values().length)
                .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Kept.class));
    }
}
