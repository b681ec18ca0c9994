package io.trainyard.market;

/** The bars of one symbol, ascending by the end of the bar; more may come at the end. */
interface KnownBars {

    /** The ticker. */
    String symbol();

    /** How many bars end at or before {@code millis}, milliseconds since 1970-01-01T00:00Z. */
    int countUntil(long millis);

    /** The bar at {@code index}, from 0 for the oldest. */
    Bar bar(int index);

    /** When the bar at {@code index} ends, in milliseconds since 1970-01-01T00:00Z. */
    long endMillis(int index);

    /** These bars as they are now: more that come do not change what the others are called. */
    default KnownBars now() {
        return this;
    }

    /** The oldest bar that one may ask for when {@code known} of them are known: what is before was let go of. */
    default int first(int known) {
        return 0;
    }

    /** The closes from {@code from} to before {@code to}, oldest first. */
    double[] closes(int from, int to);
}
