package io.trainyard.market.data;

/**
 * How prices from before a split or a dividend are made comparable with those after it. Adjusted prices are those of the
 * last day of the factor file scaled backwards: changes from bar to bar are right at any time, the level of an old price
 * is not one that was ever quoted.
 */
public enum Normalization {
    /** Prices are multiplied by split and price factor, volume is divided by the split factor. */
    ADJUSTED,
    /** Prices are multiplied by the split factor, volume is divided by it; dividends show as drops of the price. */
    SPLIT_ADJUSTED,
    /** As quoted on the day: splits and dividends show as drops of the price. */
    RAW
}
