package io.trainyard.portfolio;

import java.time.Instant;
import java.util.Optional;

/**
 * A market order as it stood when it was asked for; {@link Portfolio#orders} tells how it stands now.
 *
 * @param id from 1, in the order of placing
 * @param symbol the ticker
 * @param quantity shares or units: positive to buy, negative to sell
 * @param placedAt the market's time when it was placed
 * @param status what became of it
 * @param fill at what price and when; there if it is filled, and only then
 * @param reason why it was rejected; there if it was, and only then
 */
public record Order(
        long id,
        String symbol,
        double quantity,
        Instant placedAt,
        Status status,
        Optional<Fill> fill,
        Optional<String> reason) {

    /** What became of an order. */
    public enum Status {
        /** It waits for the next open of its symbol. */
        OPEN,
        /** All of it was bought or sold. */
        FILLED,
        /** It was taken back before it was filled. */
        CANCELED,
        /** It was refused; {@link Order#reason} says why. */
        REJECTED
    }

    /**
     * An order.
     *
     * @throws IllegalArgumentException if status, fill and reason do not go together
     */
    public Order {
        if (fill.isPresent() != (status == Status.FILLED) || reason.isPresent() != (status == Status.REJECTED)) {
            throw new IllegalArgumentException("an order that is " + status + " cannot have fill " + fill
                    + " and reason " + reason + ": a filled one has a fill, a rejected one a reason");
        }
    }

    static Order open(long id, String symbol, double quantity, Instant placedAt) {
        return new Order(id, symbol, quantity, placedAt, Status.OPEN, Optional.empty(), Optional.empty());
    }

    Order filled(Fill how) {
        return new Order(id, symbol, quantity, placedAt, Status.FILLED, Optional.of(how), Optional.empty());
    }

    Order canceled() {
        return new Order(id, symbol, quantity, placedAt, Status.CANCELED, Optional.empty(), Optional.empty());
    }

    Order rejected(String why) {
        return new Order(id, symbol, quantity, placedAt, Status.REJECTED, Optional.empty(), Optional.of(why));
    }
}
