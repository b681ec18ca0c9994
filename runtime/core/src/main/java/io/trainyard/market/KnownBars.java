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

    /** The closes from {@code from} to before {@code to}, oldest first. */
    double[] closes(int from, int to);
}
