package io.trainyard.learning;

import java.util.Locale;

/** Looks at samples before a method takes them. What it is called with as {@code name} is how a refusal calls them. */
public final class Samples {

    private Samples() {}

    /**
     * Refuses fewer than {@code atLeast} values, and values that are not finite.
     *
     * @return the values
     * @throws UnfitDataException if they are too few, or one is NaN or infinite
     */
    public static double[] finite(double[] values, String name, int atLeast) {
        enough(values.length, name, atLeast);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new UnfitDataException(
                        name + "[" + i + "] is " + values[i],
                        "one number that is not finite makes everything computed from it meaningless.",
                        "leave that observation out, or fill it in, before the call.");
            }
        }
        return values;
    }

    /**
     * Refuses rows that are too few, of different lengths or empty, and values that are not finite.
     *
     * @return the rows, copied
     * @throws UnfitDataException if they are too few, a row has another length, or a value is NaN or infinite
     */
    public static double[][] finite(double[][] rows, String name, int atLeast) {
        enough(rows.length, name, atLeast);
        double[][] copy = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length == 0 || rows[i].length != rows[0].length) {
                throw new UnfitDataException(
                        String.format(
                                Locale.ROOT,
                                "%s[%d] has %d values, %s[0] has %d",
                                name,
                                i,
                                rows[i].length,
                                name,
                                rows[0].length),
                        "each row is one observation of the same quantities, of one at least.",
                        "give rows of one length: the outer index is time, the inner one the quantity.");
            }
            copy[i] = finite(rows[i].clone(), name + "[" + i + "]", 1);
        }
        return copy;
    }

    /** One quantity as rows of one value each. */
    public static double[][] column(double[] values) {
        double[][] rows = new double[values.length][];
        for (int i = 0; i < values.length; i++) {
            rows[i] = new double[] {values[i]};
        }
        return rows;
    }

    /**
     * Refuses a setting that is outside of its bounds, NaN included.
     *
     * @return the setting
     * @throws UnfitDataException if it is below {@code least} or above {@code most}
     */
    public static double within(double setting, String name, double least, double most) {
        if (!(setting >= least && setting <= most)) {
            throw new UnfitDataException(
                    name + " = " + setting,
                    "it has to be between " + least + " and " + most + ".",
                    "give a value between the two.");
        }
        return setting;
    }

    /**
     * Refuses a setting below its least value.
     *
     * @return the setting
     * @throws UnfitDataException if it is below {@code least}
     */
    public static int atLeast(int setting, String name, int least) {
        if (setting < least) {
            throw new UnfitDataException(
                    name + " = " + setting, "it has to be " + least + " or more.", name + " = " + least + " or more.");
        }
        return setting;
    }

    /**
     * Refuses too few samples.
     *
     * @throws UnfitDataException if there are fewer than {@code atLeast}
     */
    public static void enough(int count, String name, int atLeast) {
        if (count < atLeast) {
            throw new UnfitDataException(
                    count + " " + name, "at least " + atLeast + " are needed.", "ask for a longer history.");
        }
    }
}
