package io.trainyard.models.djl;

import ai.djl.training.tracker.Tracker;

/**
 * A learning rate that goes up once and comes down once: by a half cosine wave from a 25th of its peak to the peak in the first quarter of the updates,
 * then by another to a 100,000th of the 25th. A high rate in the middle of a training finds flat minima, and the slow end settles in one.
 *
 * <p>Smith, Topin: Super-Convergence, 2018 (arXiv:1708.07120), and Smith: A Disciplined Approach to Neural Network Hyper-Parameters, 2018
 * (arXiv:1803.09820); the shape and its numbers are those of fastai's {@code fit_one_cycle}. There the momentum goes the other way meanwhile, which DJL's
 * optimizers cannot.
 *
 * <pre>{@code
 * Optimizer.adam().optLearningRateTracker(new OneCycle(0.01f, epochs * batches)).build()
 * }</pre>
 */
public final class OneCycle implements Tracker {

    private static final double START = 25;
    private static final double END = START * 100_000;
    private static final double RISE = 0.25;

    private final float peak;
    private final int updates;

    /**
     * A cycle of so many updates; a training that goes on after them stays at its end.
     *
     * @param peak the highest rate
     * @param updates of the parameters: batches of an epoch times epochs
     * @throws IllegalArgumentException if the peak or the number of updates is not above 0
     */
    public OneCycle(float peak, int updates) {
        if (!(peak > 0) || updates < 1) {
            throw new IllegalArgumentException(
                    "no cycle of " + updates + " updates with a peak of " + peak + ": both have to be above 0");
        }
        this.peak = peak;
        this.updates = updates;
    }

    /** The rate of an update, of which DJL numbers the first 1. */
    @Override
    public float getNewValue(int numUpdate) {
        double place = Math.min(1, Math.max(0, numUpdate - 1) / (double) updates);
        double rate = place < RISE
                ? wave(peak / START, peak, place / RISE)
                : wave(peak, peak / END, (place - RISE) / (1 - RISE));
        return (float) rate;
    }

    /** From one value to another by half a wave, at a place from 0 to 1. */
    private static double wave(double from, double to, double place) {
        return from + (to - from) * (1 - Math.cos(Math.PI * place)) / 2;
    }

    /** For example {@code one cycle of 200 updates, peak 0.01}. */
    @Override
    public String toString() {
        return "one cycle of " + updates + " updates, peak " + peak;
    }
}
