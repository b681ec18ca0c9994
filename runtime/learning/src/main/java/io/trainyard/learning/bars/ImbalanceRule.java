package io.trainyard.learning.bars;

/**
 * Complete when buying outweighs selling, or the other way round, by more than was expected of a bar (section 2.3.2.1).
 * A trade is signed by the tick rule: with the last change of the price, 0 before the first one.
 */
final class ImbalanceRule implements BarRule {

    private final Imbalance settings;
    private double expectedTicks;
    private double expectedImbalance;
    private double imbalance;
    private double lastPrice = Double.NaN;
    private int sign;
    private long seen;

    ImbalanceRule(Imbalance settings) {
        this.settings = settings;
        this.expectedTicks = settings.expectedTicks();
    }

    @Override
    public boolean completes(FormingBar bar, Trade trade) {
        if (trade.price() != lastPrice && !Double.isNaN(lastPrice)) {
            sign = trade.price() > lastPrice ? 1 : -1;
        }
        lastPrice = trade.price();
        double signed = sign * settings.measure().of(trade);
        imbalance += signed;
        expectedImbalance = seen == 0 ? signed : towards(expectedImbalance, signed, settings.tickSpan());
        seen++;
        boolean complete = seen >= settings.expectedTicks()
                && bar.ticks() >= settings.leastTicks()
                && imbalance != 0
                && Math.abs(imbalance) >= expectedTicks * Math.abs(expectedImbalance);
        if (complete) {
            imbalance = 0;
            double ticks = towards(expectedTicks, bar.ticks(), settings.barSpan());
            expectedTicks = Math.min(settings.mostTicks(), Math.max(settings.leastTicks(), ticks));
        }
        return complete;
    }

    private static double towards(double expected, double value, int span) {
        return expected + 2.0 / (span + 1) * (value - expected);
    }
}
