package io.trainyard.testkit.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.trainyard.testkit.StrategyDriver;
import io.trainyard.testkit.StrategyTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** What a test throws comes with the story of what happened. */
final class StoryTest {

    /** Fails, and is run by the test around it. */
    @StrategyTest(SundayTrend.class)
    static final class Failing {
        @Test
        void throws_something(StrategyDriver driver) {
            driver.startAt("2024-03-08").advanceTo("2024-03-10T08:00");
            throw new IllegalStateException("of its own");
        }

        @Test
        void throws_before_anything_happened(StrategyDriver driver) {
            throw new IllegalStateException("at once");
        }
    }

    @Test
    void it_is_attached_to_what_a_test_throws() {
        List<Throwable> thrown = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(Failing.class))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable().ifPresent(thrown::add);
                            }
                        });

        assertThat(thrown)
                .filteredOn(one -> "of its own".equals(one.getMessage()))
                .singleElement()
                .satisfies(one -> assertThat(one.getSuppressed()[0])
                        .hasMessageContaining("Sun 2024-03-10 08:00  trained     fit: sunday-trend/line version 2"));
        assertThat(thrown)
                .filteredOn(one -> "at once".equals(one.getMessage()))
                .singleElement()
                .satisfies(one -> assertThat(one.getSuppressed()).isEmpty());
    }
}
