package io.trainyard.market.data;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Which known symbol somebody may have meant. */
final class NearestSymbol {

    private NearestSymbol() {}

    /** The known symbol with the fewest letters to change, at most a third of the letters typed (but one always). */
    static Optional<String> to(String typed, Collection<String> known) {
        String wanted = typed.toUpperCase(Locale.ROOT);
        int best = Math.max(1, wanted.length() / 3) + 1;
        String nearest = null;
        for (String symbol : known) {
            int changes = changes(wanted, symbol.toUpperCase(Locale.ROOT));
            if (changes < best) {
                best = changes;
                nearest = symbol;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** The Levenshtein distance: how many letters to insert, drop or replace. */
    private static int changes(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
