package io.trainyard.schedule.calendar;

import io.trainyard.Hours;
import java.time.Instant;

/**
 * A stretch of trading: open from {@code opens} (included) until {@code closes} (not included).
 *
 * @param kind which part of the trading day it is
 * @param opens its first instant
 * @param closes the first instant after it
 */
public record Session(Kind kind, Instant opens, Instant closes) {

    /** Which part of the trading day a session is. */
    public enum Kind {
        /** Before the regular session. */
        PRE_MARKET,
        /** The regular session, or one of them. */
        REGULAR,
        /** After the regular session. */
        POST_MARKET
    }

    /** Refuses a session that ends before it begins. */
    public Session {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "a session opens before it closes, not at " + opens + " until " + closes);
        }
    }

    /** Whether the market is open in this session at {@code instant}. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(opens) && instant.isBefore(closes);
    }

    /** Whether the session is part of {@code hours}. */
    public boolean isIn(Hours hours) {
        return hours == Hours.EXTENDED || kind == Kind.REGULAR;
    }
}
