package io.trainyard.learning.bars;

/** When a bar has had enough activity. Its state is that of one stream of trades. */
interface BarRule {

    /**
     * Whether a bar is complete.
     *
     * @param bar with the trade
     * @param trade the newest one; told once for each
     */
    boolean completes(FormingBar bar, Trade trade);
}
