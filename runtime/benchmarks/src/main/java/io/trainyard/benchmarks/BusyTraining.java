package io.trainyard.benchmarks;

import java.util.Random;
import java.util.concurrent.Semaphore;

/** Trainings that keep a processor busy until they are told to end: gradient descent on new samples, again and again. */
final class BusyTraining {

    private static final int SAMPLES = 512;
    private static final int FEATURES = 16;

    private final Semaphore running = new Semaphore(0);
    private volatile boolean over;

    /** Trains until the end, and returns the weights. */
    double[] train(long seed) {
        running.release();
        Random random = new Random(seed);
        double[] weights = new double[FEATURES];
        while (!over) {
            double[][] samples = new double[SAMPLES][FEATURES];
            for (double[] sample : samples) {
                for (int i = 0; i < FEATURES; i++) {
                    sample[i] = random.nextGaussian();
                }
            }
            for (int step = 0; step < 50 && !over; step++) {
                descend(samples, weights);
            }
        }
        return weights;
    }

    private static void descend(double[][] samples, double[] weights) {
        for (double[] sample : samples) {
            double error = -sample[0];
            for (int i = 0; i < FEATURES; i++) {
                error += sample[i] * weights[i];
            }
            for (int i = 0; i < FEATURES; i++) {
                weights[i] -= 1e-3 * error * sample[i];
            }
        }
    }

    /** Waits until so many run. */
    void awaitRunning(int trainings) throws InterruptedException {
        running.acquire(trainings);
    }

    /** Ends them. */
    void end() {
        over = true;
    }
}
