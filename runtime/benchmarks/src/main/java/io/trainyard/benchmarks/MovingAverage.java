package io.trainyard.benchmarks;

/** The mean of the latest values, one addition and one subtraction each. */
final class MovingAverage {

    private final double[] window;
    private int count;
    private double sum;

    MovingAverage(int length) {
        window = new double[length];
    }

    double add(double value) {
        int index = count % window.length;
        sum += value - window[index];
        window[index] = value;
        count++;
        return sum / Math.min(count, window.length);
    }

    boolean isFull() {
        return count >= window.length;
    }
}
