package io.trainyard.store;

import java.util.Collection;
import java.util.Optional;

/** The key that was probably meant: at most a third of its characters are different (Levenshtein). */
final class NearestKey {

    private NearestKey() {}

    static Optional<ObjectKey> to(ObjectKey key, Collection<ObjectKey> others) {
        int best = key.value().length() / 3 + 1;
        ObjectKey nearest = null;
        for (ObjectKey other : others) {
            if (Math.abs(other.value().length() - key.value().length()) < best) {
                int distance = distance(key.value(), other.value());
                if (distance < best) {
                    best = distance;
                    nearest = other;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
