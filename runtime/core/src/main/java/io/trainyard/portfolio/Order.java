package io.trainyard.portfolio;

/** A market order. */
public interface Order {

    /** The ticker. */
    String symbol();
}
