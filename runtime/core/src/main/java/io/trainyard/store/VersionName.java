package io.trainyard.store;

import io.trainyard.store.Holdings.Held;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a version's file says: number, size and marks, so that a listing is enough for the books.
 *
 * <pre>
 * 0000000007-1234   0000000008-1234-candidate   0000000009-1234-pinned
 * </pre>
 */
record VersionName(long number, long size, boolean candidate, boolean pinned) {

    private static final Pattern NAME = Pattern.compile("([0-9]{10,18})-([0-9]{1,18})(-candidate)?(-pinned)?");

    static VersionName of(ModelVersion version) {
        return new VersionName(version.number(), version.size(), version.candidate(), version.pinned());
    }

    static VersionName of(Held held) {
        return new VersionName(held.number(), held.size(), held.candidate(), held.pinned());
    }

    /** Empty for a file that is no version. */
    static Optional<VersionName> parse(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(new VersionName(
                        Long.parseLong(matcher.group(1)),
                        Long.parseLong(matcher.group(2)),
                        matcher.group(3) != null,
                        matcher.group(4) != null))
                : Optional.empty();
    }

    Held held(ObjectKey key, long order) {
        return new Held(key, number, size, order, candidate, pinned);
    }

    /** The name. */
    @Override
    public String toString() {
        return padded(number) + "-" + size + (candidate ? "-candidate" : "") + (pinned ? "-pinned" : "");
    }

    /** A number with ten digits or more, so that names are in the order of their numbers. */
    static String padded(long number) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, 10 - digits.length())) + digits;
    }
}
