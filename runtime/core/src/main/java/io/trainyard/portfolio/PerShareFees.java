package io.trainyard.portfolio;

/**
 * So much for each share.
 *
 * @param minimum for each order
 * @param maximum fraction of what is traded; goes before the minimum
 */
record PerShareFees(double perShare, double minimum, double maximum) implements FeeModel {

    PerShareFees {
        finite("fee per share", perShare);
        finite("minimum", minimum);
    }

    static double finite(String name, double value) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException(name + " is " + value + ": it must be 0 or more");
        }
        return value;
    }

    @Override
    public double fee(String symbol, double quantity, double price) {
        double fee = Math.max(minimum, Math.abs(quantity) * perShare);
        return maximum == Double.POSITIVE_INFINITY ? fee : Math.min(fee, Math.abs(quantity * price) * maximum);
    }
}
