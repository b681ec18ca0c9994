package io.trainyard.learning.splits;

/** One split: the indices of the samples to train on and of those to test on, each in ascending order. Immutable. */
public final class Fold {

    private final int[] train;
    private final int[] test;

    Fold(int[] train, int[] test) {
        this.train = train;
        this.test = test;
    }

    /** The samples to train on. */
    public int[] train() {
        return train.clone();
    }

    /** The samples to test on. */
    public int[] test() {
        return test.clone();
    }

    /** For example {@code 80 to train on, 20 to test on}. */
    @Override
    public String toString() {
        return train.length + " to train on, " + test.length + " to test on";
    }
}
