package io.trainyard.testkit.compile;

import java.util.Comparator;

/**
 * What the compiler says of a line, or what a source announces that it will say.
 *
 * @param line counted from 1; 0 for what is said of no line
 * @param code what kind of problem it is, such as {@code TY201}, or {@code javac} for one of the compiler's own
 * @param text the words of it: all of them, or those that are announced
 */
public record Said(long line, String code, String text) implements Comparable<Said> {

    private static final Comparator<Said> ORDER =
            Comparator.comparingLong(Said::line).thenComparing(Said::code).thenComparing(Said::text);

    @Override
    public int compareTo(Said other) {
        return ORDER.compare(this, other);
    }

    /** Whether this is what {@code announced} says: of the same line, with the same code, and its words among these. */
    boolean isAnnouncedBy(Said announced) {
        return line == announced.line && code.equals(announced.code) && text.contains(announced.text);
    }

    /** Without what comes after the first line of its text. */
    String shown() {
        String first = text.lines().findFirst().orElse("").strip();
        return code + (first.isEmpty() ? "" : " " + first);
    }
}
