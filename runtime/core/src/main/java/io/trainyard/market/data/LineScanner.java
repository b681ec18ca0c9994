package io.trainyard.market.data;

import io.trainyard.market.MarketDataException;
import java.nio.charset.StandardCharsets;

/**
 * Walks over lines and fields of delimited text without quotes, in bytes: it makes no string of a value that is as it
 * should be. Knows where it is, for errors.
 */
final class LineScanner {

    /** A decimal number of so many digits is exact in a double, as is this power of ten: one division rounds rightly. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final String source;
    private final byte[] bytes;
    private byte separator;
    private int line;
    private int next;
    private int lineStart;
    private int lineEnd;
    private int fieldStart;
    private int fieldEnd;
    private int nextField;

    /**
     * A scanner before the first line.
     *
     * @param source what is read, for errors
     */
    LineScanner(String source, byte[] bytes, char separator) {
        this.source = source;
        this.bytes = bytes;
        this.separator = (byte) separator;
        boolean marked =
                bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF;
        this.next = marked ? 3 : 0;
    }

    /** Changes what stands between fields, from the next field on. */
    void separatedBy(char other) {
        separator = (byte) other;
    }

    /** Goes to the next line that is not empty; false at the end. */
    boolean nextLine() {
        while (next < bytes.length) {
            lineStart = next;
            while (next < bytes.length && bytes[next] != '\n') {
                next++;
            }
            lineEnd = next > lineStart && bytes[next - 1] == '\r' ? next - 1 : next;
            next++;
            line++;
            if (lineEnd > lineStart) {
                restartLine();
                return true;
            }
        }
        return false;
    }

    /** Goes back to before the first field of the line. */
    void restartLine() {
        nextField = lineStart;
    }

    /** Goes to the next field of the line, without the blanks around it; false if there is none. */
    boolean nextField() {
        if (nextField > lineEnd) {
            return false;
        }
        int end = nextField;
        while (end < lineEnd && bytes[end] != separator) {
            end++;
        }
        fieldStart = nextField;
        fieldEnd = end;
        nextField = end + 1;
        while (fieldStart < fieldEnd && bytes[fieldStart] == ' ') {
            fieldStart++;
        }
        while (fieldEnd > fieldStart && bytes[fieldEnd - 1] == ' ') {
            fieldEnd--;
        }
        return true;
    }

    /**
     * Goes to the next field.
     *
     * @throws MarketDataException if the line has no further field
     */
    void field(String column) {
        if (!nextField()) {
            throw new MarketDataException(
                    place() + ": \"" + lineText() + "\"",
                    "the line ends before column " + column,
                    "complete the line or drop it");
        }
    }

    /** The field as text. */
    String text() {
        return text(fieldStart, fieldEnd);
    }

    /** How many bytes the field has. */
    int length() {
        return fieldEnd - fieldStart;
    }

    /** The byte at {@code index} of the field, as a character. */
    char at(int index) {
        return (char) bytes[fieldStart + index];
    }

    /** The whole line, or its beginning if it is long. */
    String lineText() {
        return lineEnd - lineStart <= 120 ? text(lineStart, lineEnd) : text(lineStart, lineStart + 120) + "...";
    }

    /** Digits {@code from} to before {@code to} of the field as a number, or -1 if they are not all digits. */
    int digits(int from, int to) {
        if (from >= to || to > length() || to - from > 9) {
            return -1;
        }
        int value = 0;
        for (int i = fieldStart + from; i < fieldStart + to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /**
     * The field as a decimal number, the double nearest to it.
     *
     * @throws MarketDataException if it is not a decimal number
     */
    double decimal(String column) {
        int i = fieldStart;
        boolean negative = i < fieldEnd && bytes[i] == '-';
        if (negative) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int scale = -1;
        for (; i < fieldEnd; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                digits++;
                if (scale >= 0) {
                    scale++;
                }
            } else if (bytes[i] == '.' && scale < 0) {
                scale = 0;
            } else {
                return unusualDecimal(column);
            }
        }
        if (digits == 0 || digits > EXACT_DIGITS) {
            return unusualDecimal(column);
        }
        double value = scale > 0 ? mantissa / POWERS_OF_TEN[scale] : mantissa;
        return negative ? -value : value;
    }

    private double unusualDecimal(String column) {
        String text = text();
        if (text.isEmpty() || !text.chars().allMatch(c -> "0123456789+-.eE".indexOf(c) >= 0)) {
            throw wrong(column, "a decimal number with a point, such as 101.25");
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw wrong(column, "a decimal number with a point, such as 101.25");
        }
    }

    /** That the field is not what it should be. */
    MarketDataException wrong(String column, String expected) {
        return new MarketDataException(
                place() + ": \"" + lineText() + "\"",
                "\"" + text() + "\" in column " + column + " is not " + expected,
                text().startsWith("\"") ? "write values without quotes" : "repair the line or drop it");
    }

    /** That the line cannot be used, for a reason that is not in one field. */
    MarketDataException refused(RuntimeException reason) {
        return new MarketDataException(place() + ": " + reason.getMessage(), reason);
    }

    /** What is read and the number of the line. */
    String place() {
        return source + ", line " + line;
    }

    private String text(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
