package io.trainyard.learning.bars;

/** Complete with the trade by which the activity reaches a threshold; trades are never split. */
final class ActivityRule implements BarRule {

    private final Measure measure;
    private final double threshold;

    ActivityRule(Measure measure, double threshold) {
        this.measure = measure;
        this.threshold = threshold;
    }

    @Override
    public boolean completes(FormingBar bar, Trade trade) {
        double activity = switch (measure) {
            case TICKS -> bar.ticks();
            case VOLUME -> bar.volume();
            case VALUE -> bar.value();
        };
        return activity >= threshold;
    }
}
