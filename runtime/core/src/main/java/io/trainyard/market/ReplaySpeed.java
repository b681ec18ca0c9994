package io.trainyard.market;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * How fast recorded bars are replayed.
 *
 * @param factor seconds of the market in a second of the machine, positive; empty for as fast as the host takes them
 */
public record ReplaySpeed(OptionalDouble factor) {

    /** As fast as the market went. */
    public static final ReplaySpeed REAL_TIME = times(1);

    /** As fast as the host takes the slices. */
    public static final ReplaySpeed MAXIMUM = new ReplaySpeed(OptionalDouble.empty());

    /**
     * Checks the factor.
     *
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public ReplaySpeed {
        factor.ifPresent(value -> {
            if (!(value > 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException("a speed is positive, not " + value);
            }
        });
    }

    /**
     * So many seconds of the market in a second of the machine.
     *
     * @throws IllegalArgumentException if that is not positive and finite
     */
    public static ReplaySpeed times(double factor) {
        return new ReplaySpeed(OptionalDouble.of(factor));
    }

    /**
     * The speed that a text names: {@code 1x}, {@code 60x}, {@code 0.5x}, or {@code max}.
     *
     * @throws MarketDataException if it is none of these
     */
    public static ReplaySpeed parse(String text) {
        String word = text.trim().toLowerCase(Locale.ROOT);
        if (word.equals("max")) {
            return MAXIMUM;
        }
        try {
            return times(Double.parseDouble(word.endsWith("x") ? word.substring(0, word.length() - 1) : word));
        } catch (IllegalArgumentException e) {
            throw new MarketDataException(
                    "speed \"" + text + "\" cannot be read",
                    "a speed is a positive number of market seconds in a second, or max",
                    "1x for real time, 60x for a minute in a second, max for as fast as it goes");
        }
    }

    @Override
    public String toString() {
        return factor.isPresent() ? factor.getAsDouble() + "x" : "max";
    }
}
