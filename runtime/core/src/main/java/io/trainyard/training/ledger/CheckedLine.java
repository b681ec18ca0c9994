package io.trainyard.training.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/** A line of text that ends with {@code #} and the CRC32C checksum of its bytes before that, in eight hexadecimal digits. */
final class CheckedLine {

    private static final HexFormat HEX = HexFormat.of();
    /** How a line ends. */
    static final Pattern TAIL_PATTERN = Pattern.compile(" #[0-9a-f]{8}");

    /** How many bytes that are. */
    static final int TAIL = " #00000000".length();

    private CheckedLine() {}

    /** The line with its checksum and its line end. */
    static byte[] seal(CharSequence text) {
        byte[] bytes = text.toString().getBytes(UTF_8);
        byte[] line = new byte[bytes.length + TAIL + 1];
        System.arraycopy(bytes, 0, line, 0, bytes.length);
        byte[] tail = (" #" + HEX.toHexDigits(checksum(bytes, 0, bytes.length)) + "\n").getBytes(UTF_8);
        System.arraycopy(tail, 0, line, bytes.length, tail.length);
        return line;
    }

    /** Whether a line, given without its line end, is what was written; its text then ends before the {@link #TAIL}. */
    static boolean isWhole(byte[] bytes, int start, int end) {
        int text = end - TAIL;
        if (text < start || bytes[text] != ' ' || bytes[text + 1] != '#') {
            return false;
        }
        int written = 0;
        for (int i = text + 2; i < end; i++) {
            int digit = digit(bytes[i]);
            if (digit < 0) {
                return false;
            }
            written = (written << 4) | digit;
        }
        return written == checksum(bytes, start, text - start);
    }

    /** Lower case only: one bit tells it from upper case, and a flipped bit is to be seen. */
    private static int digit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        return b >= 'a' && b <= 'f' ? b - 'a' + 10 : -1;
    }

    private static int checksum(byte[] bytes, int start, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, start, length);
        return (int) crc.getValue();
    }
}
