package io.trainyard.market.data;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a sentence. */
final class Listing {

    private static final int SHOWN = 30;

    private Listing() {}

    /** All names, or the first of many. */
    static String of(Collection<String> names) {
        String shown = names.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return names.size() <= SHOWN ? shown : shown + " and " + (names.size() - SHOWN) + " more";
    }
}
