package io.trainyard.testkit.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import io.trainyard.market.data.BarSource;
import io.trainyard.testkit.bars.Bars;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The engine as the JUnit Platform finds and calls it. */
final class LawsEngineTest {

    private static final String PACKAGE = "io.trainyard.testkit.laws.";

    @StrategyLaws(value = AaplStrategies.Plain.class, except = Law.NO_LOOK_AHEAD)
    static final class OnAClass {}

    static final class OnMethods {
        @StrategyLaws(
                value = AaplStrategies.Plain.class,
                only = {Law.RUNS, Law.REPLAY})
        BarSource on_bars_of_ones_own() {
            return Bars.daily("AAPL").from("2013-01-02").to("2013-12-31").randomWalk(5);
        }

        @StrategyLaws(value = AaplStrategies.Plain.class, only = Law.RUNS, from = "2013-11-01", bars = AaplOf2013.class)
        void on_a_class_of_bars() {}

        @Disabled("shown as skipped")
        @StrategyLaws(AaplStrategies.Plain.class)
        void not_now() {}
    }

    @StrategyLaws(
            value = AaplStrategies.Dice.class,
            only = {Law.SAME_TWICE, Law.REPLAY})
    static final class OnABrokenOne {}

    private static Map<String, String> run(DiscoverySelector selector) {
        Map<String, String> results = Collections.synchronizedMap(new TreeMap<>());
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selector)
                .filters(EngineFilter.includeEngines("trainyard-laws"))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() || result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                    results.put(
                            test.getDisplayName(),
                            result.getStatus()
                                    + result.getThrowable()
                                            .map(why -> " " + why.getMessage())
                                            .orElse(""));
                }
            }

            @Override
            public void executionSkipped(TestIdentifier test, String reason) {
                results.put(test.getDisplayName(), "skipped: " + reason);
            }
        });
        return results;
    }

    @Test
    void a_class_needs_nothing_but_the_annotation() {
        assertThat(run(selectClass(OnAClass.class)))
                .hasSize(Law.values().length - 1)
                .allSatisfy((law, result) -> assertThat(result).isEqualTo("SUCCESSFUL"))
                .containsKey(Law.RESTART.words())
                .doesNotContainKey(Law.NO_LOOK_AHEAD.words());
    }

    @Test
    void methods_bring_their_bars_and_may_be_disabled() {
        assertThat(run(selectClass(OnMethods.class)))
                .containsEntry(Law.RUNS.words(), "SUCCESSFUL")
                .containsEntry(Law.REPLAY.words(), "SUCCESSFUL")
                .containsEntry("not_now", "skipped: shown as skipped")
                .hasSize(3);
    }

    @Test
    void a_method_or_a_law_can_be_run_alone() {
        assertThat(run(selectMethod(OnMethods.class, "on_a_class_of_bars"))).hasSize(1);
        assertThat(run(selectUniqueId("[engine:trainyard-laws]/[class:" + PACKAGE
                        + "LawsEngineTest$OnMethods]/[method:on_bars_of_ones_own]/[law:REPLAY]")))
                .containsOnlyKeys(Law.REPLAY.words());
    }

    @Test
    void a_broken_law_fails_and_what_rests_on_it_is_aborted() {
        assertThat(run(selectClass(OnABrokenOne.class)))
                .hasEntrySatisfying(
                        Law.SAME_TWICE.words(),
                        result -> assertThat(result)
                                .startsWith("FAILED AaplStrategies.Dice breaks the law \"decides the same twice\""))
                .hasEntrySatisfying(
                        Law.REPLAY.words(),
                        result -> assertThat(result)
                                .isEqualTo(
                                        "ABORTED cannot be told: it does not even do the same twice: see \"decides the same"
                                                + " twice\""));
    }

    @Test
    void classes_are_found_in_a_package_and_others_are_left_alone() {
        assertThat(run(selectClass(LawsEngineTest.class))).isEmpty();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectPackage("io.trainyard.testkit.laws.good"))
                .filters(EngineFilter.includeEngines("trainyard-laws"))
                .build();
        assertThat(LauncherFactory.create().discover(request).containsTests()).isFalse();
    }
}
