package io.trainyard.training.ledger;

/**
 * How long a ledger keeps entries. It is written in segments, each of which begins with all that was known then, so that
 * opening reads the last one only, and those before are history, which can be dropped.
 *
 * @param segmentBytes how many bytes of entries a segment has before the next one begins, positive
 * @param segments how many segments are kept, at least 2: the one that is written, and one to fall back on
 */
public record Retention(long segmentBytes, int segments) {

    /** Checks the ranges. */
    public Retention {
        if (segmentBytes <= 0 || segmentBytes > 1L << 30 || segments < 2) {
            throw new IllegalArgumentException(
                    "a segment has from 1 byte to 1 GiB, and at least 2 are kept; asked were " + segmentBytes
                            + " bytes and " + segments + " segments");
        }
    }

    /** 128 segments of 4 MiB: about three million entries, decades of a strategy that trains every day. */
    public static Retention standard() {
        return new Retention(4L << 20, 128);
    }
}
