package io.trainyard;

/** The length of one bar. */
public enum Resolution {
    /** One minute. */
    MINUTE,
    /** One hour. */
    HOUR,
    /** One trading day. */
    DAILY
}
