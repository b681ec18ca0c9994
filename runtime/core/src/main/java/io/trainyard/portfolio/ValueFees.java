package io.trainyard.portfolio;

/** A fraction of what is traded. */
record ValueFees(double fraction) implements FeeModel {

    ValueFees {
        PerShareFees.finite("fraction", fraction);
    }

    @Override
    public double fee(String symbol, double quantity, double price) {
        return Math.abs(quantity * price) * fraction;
    }
}
