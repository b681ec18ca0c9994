package io.trainyard.testkit.laws;

import io.trainyard.market.BarSeries;
import io.trainyard.market.Subscription;
import io.trainyard.market.data.BarSource;
import io.trainyard.testkit.bars.Bars;
import java.util.List;

/** Stands for a recording: bars of AAPL for the year 2013. */
public final class AaplOf2013 implements BarSource {

    private final BarSource bars =
            Bars.daily("AAPL").from("2013-01-02").to("2013-12-31").randomWalk(2013);

    @Override
    public String description() {
        return "AAPL of 2013";
    }

    @Override
    public List<Subscription> available() {
        return bars.available();
    }

    @Override
    public BarSeries load(Subscription subscription) {
        return bars.load(subscription);
    }
}
