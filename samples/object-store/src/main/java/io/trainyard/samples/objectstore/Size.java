package io.trainyard.samples.objectstore;

import java.util.List;

/**
 * How much to hold.
 *
 * @param fraction of the equity, 0 to 1
 * @param trends from how many trends that are over
 */
record Size(double fraction, int trends) {

    private static final int FEWEST = 3;

    /**
     * As much as the share of the journal's upward trends that gained.
     *
     * @throws IllegalArgumentException if fewer than three are over
     */
    static Size of(Journal journal) {
        List<Double> gains = journal.gains();
        if (gains.size() < FEWEST) {
            throw new IllegalArgumentException("the journal has " + gains.size() + " upward trends that are over: "
                    + FEWEST + " are needed, run object-store over more days");
        }
        long gained = gains.stream().filter(gain -> gain > 0).count();
        return new Size((double) gained / gains.size(), gains.size());
    }
}
