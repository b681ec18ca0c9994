package io.trainyard.portfolio;

/**
 * What a fill costs beyond its price. A record of its own rather than a lambda says by its text what it is, so that cached
 * trainings are found again in another process.
 */
@FunctionalInterface
public interface FeeModel {

    /**
     * The fee for a fill.
     *
     * @param symbol the ticker
     * @param quantity shares or units: positive if bought, negative if sold
     * @param price of one share or unit
     * @return in the currency of the cash, finite; negative for a rebate
     */
    double fee(String symbol, double quantity, double price);

    /** No fee. */
    static FeeModel none() {
        return new ValueFees(0);
    }

    /**
     * So much for each share, but at least a minimum for each order.
     *
     * @throws IllegalArgumentException if an amount is negative or not finite
     */
    static FeeModel perShare(double perShare, double minimum) {
        return new PerShareFees(perShare, minimum, Double.POSITIVE_INFINITY);
    }

    /**
     * So much for each share, but at least a minimum for each order, and at most a fraction of what is traded, even if
     * that is less than the minimum.
     *
     * @param maximum a fraction, 0.01 for one percent
     * @throws IllegalArgumentException if a number is negative or not finite
     */
    static FeeModel perShare(double perShare, double minimum, double maximum) {
        return new PerShareFees(perShare, minimum, PerShareFees.finite("maximum", maximum));
    }

    /**
     * Interactive Brokers' fixed pricing for US stocks: 0.005 dollars a share, at least 1 dollar an order, at most 1 % of
     * what is traded. Without the fees of exchanges and regulators that are passed on.
     *
     * @see <a href="https://www.interactivebrokers.com/en/pricing/commissions-stocks.php">The price list</a>
     */
    static FeeModel interactiveBrokersFixed() {
        return perShare(0.005, 1.00, 0.01);
    }

    /**
     * A fraction of what is traded, as exchanges for crypto ask.
     *
     * @param fraction 0.001 for a tenth of a percent
     * @throws IllegalArgumentException if it is negative or not finite
     */
    static FeeModel ofValue(double fraction) {
        return new ValueFees(fraction);
    }
}
