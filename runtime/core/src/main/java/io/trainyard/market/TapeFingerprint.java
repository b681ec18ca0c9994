package io.trainyard.market;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Tells one state of what is known of a tape from another: SHA-256 over symbols, resolutions, and every value of every bar that
 * has ended. Asked for times in ascending order it looks at each bar once. For one thread.
 */
public final class TapeFingerprint {

    private static final int BYTES_OF_A_BAR = 7 * Double.BYTES;

    private final List<BarSeries> series;
    private final MessageDigest[] digests;
    private final int[] counts;

    /** A fingerprint of this tape. */
    public TapeFingerprint(Tape tape) {
        this.series = tape.series();
        this.digests = new MessageDigest[series.size()];
        this.counts = new int[series.size()];
        for (int i = 0; i < digests.length; i++) {
            begin(i);
        }
    }

    /** Of what is known at a time of the market: 64 lower-case hexadecimal digits. */
    public String at(Instant time) {
        MessageDigest all = sha256();
        for (int i = 0; i < digests.length; i++) {
            int known = series.get(i).countUntil(time.toEpochMilli());
            if (known < counts[i]) {
                begin(i);
            }
            ByteBuffer bytes = ByteBuffer.allocate(BYTES_OF_A_BAR);
            for (; counts[i] < known; counts[i]++) {
                digests[i].update(bytes(series.get(i).bar(counts[i]), bytes));
            }
            all.update(copy(digests[i]).digest());
        }
        return HexFormat.of().formatHex(all.digest());
    }

    private void begin(int i) {
        digests[i] = sha256();
        digests[i].update(
                (series.get(i).symbol() + '\n' + series.get(i).resolution() + '\n').getBytes(StandardCharsets.UTF_8));
        counts[i] = 0;
    }

    private static ByteBuffer bytes(Bar bar, ByteBuffer buffer) {
        return buffer.clear()
                .putLong(bar.startMillis())
                .putLong(bar.endMillis())
                .putDouble(bar.open())
                .putDouble(bar.high())
                .putDouble(bar.low())
                .putDouble(bar.close())
                .putDouble(bar.volume())
                .flip();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the SHA-256 of this platform cannot be copied", e);
        }
    }
}
