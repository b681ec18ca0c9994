package io.trainyard.schedule.declared;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the entry of a list that a user most likely meant: the one with the fewest letters inserted, left out, replaced
 * or swapped with a neighbour (optimal string alignment). Further than a third of the word's length, or with two
 * entries equally near, there is none.
 */
public final class Nearest {

    private Nearest() {}

    /** The entry nearest to a word. */
    public static Optional<String> to(String word, Collection<String> entries) {
        String typed = word.toLowerCase(Locale.ROOT);
        int best = typed.length() / 3 + 1;
        String nearest = null;
        for (String entry : entries) {
            if (Math.abs(entry.length() - typed.length()) > best) {
                continue;
            }
            int distance = distance(typed, entry.toLowerCase(Locale.ROOT));
            if (distance < best) {
                best = distance;
                nearest = entry;
            } else if (distance == best && nearest != null && !entry.equals(nearest)) {
                nearest = null;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Optimal string alignment distance. */
    static int distance(String left, String right) {
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                boolean same = left.charAt(i - 1) == right.charAt(j - 1);
                int least = Math.min(cost[i - 1][j], cost[i][j - 1]) + 1;
                least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1
                        && j > 1
                        && left.charAt(i - 1) == right.charAt(j - 2)
                        && left.charAt(i - 2) == right.charAt(j - 1)) {
                    least = Math.min(least, cost[i - 2][j - 2] + 1);
                }
                cost[i][j] = least;
            }
        }
        return cost[left.length()][right.length()];
    }
}
