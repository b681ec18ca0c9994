package io.trainyard.training.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Which entries somebody wants to see, told from the bytes of their lines: parsing is what costs. */
interface EntryFilter {

    /** Every entry. */
    EntryFilter ALL = (bytes, start, end) -> true;

    /** Whether the line from {@code start} to {@code end} is wanted. */
    boolean wants(byte[] bytes, int start, int end);

    /** Entries that tell which models of a strategy are in place. */
    static EntryFilter activations(String strategy) {
        byte[] published = beginning("published", strategy);
        byte[] placed = beginning("placed", strategy);
        return (bytes, start, end) -> {
            int kind = kind(bytes, start, end);
            return begins(bytes, kind, end, published) || begins(bytes, kind, end, placed);
        };
    }

    private static byte[] beginning(String kind, String strategy) {
        StringBuilder text = new StringBuilder();
        new Fields(kind).put("strategy", strategy).writeTo(text);
        return text.append(' ').toString().getBytes(UTF_8);
    }

    /** Where the kind of event stands: after the number and two times. */
    private static int kind(byte[] bytes, int start, int end) {
        int spaces = 0;
        int at = start;
        while (at < end && spaces < 3) {
            if (bytes[at++] == ' ') {
                spaces++;
            }
        }
        return at;
    }

    private static boolean begins(byte[] bytes, int from, int end, byte[] with) {
        return end - from >= with.length && Arrays.equals(bytes, from, from + with.length, with, 0, with.length);
    }
}
