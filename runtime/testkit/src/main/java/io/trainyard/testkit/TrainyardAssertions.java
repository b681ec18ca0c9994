package io.trainyard.testkit;

/**
 * Where assertions on strategies under test start, beside those of AssertJ. What they say when they fail ends with the story of
 * the test: what happened, when on the market clock, and why.
 */
public final class TrainyardAssertions {

    private TrainyardAssertions() {}

    /** What the driver's strategy came to. */
    public static StrategyAssert assertThat(StrategyDriver driver) {
        return new StrategyAssert(driver);
    }
}
