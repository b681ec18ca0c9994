package io.trainyard.samples.hmmregime;

import static io.trainyard.testkit.laws.Law.NO_LOOK_AHEAD;
import static io.trainyard.testkit.laws.Law.ROUND_TRIP;

import io.trainyard.market.data.SampleBars;
import io.trainyard.testkit.laws.StrategyLaws;

@StrategyLaws(
        value = HmmRegime.class,
        bars = SampleBars.class,
        from = "2013-11-15",
        only = {NO_LOOK_AHEAD, ROUND_TRIP})
final class HmmRegimeLawsTest {}
