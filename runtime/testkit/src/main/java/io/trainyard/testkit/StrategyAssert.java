package io.trainyard.testkit;

/** Assertions on a strategy under test; made by {@link TrainyardAssertions#assertThat}. */
public final class StrategyAssert extends AbstractStrategyAssert<StrategyAssert> {

    StrategyAssert(StrategyDriver driver) {
        super(driver, StrategyAssert.class);
    }
}
