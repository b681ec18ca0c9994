package io.trainyard.store;

/** Another save came first: the key is not in the state that the saver expected. Nothing was saved. */
public final class VersionConflictException extends StoreException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final long expected;
    private final long found;

    /**
     * For back ends.
     *
     * @param expected the number that the current version should have had, 0 for none
     * @param found the number that it has, 0 for none
     */
    public VersionConflictException(ObjectKey key, long expected, long found) {
        this(
                key,
                expected,
                found,
                Explanation.of(
                        "\"" + key + "\" was not saved, and what was there stays",
                        (expected == 0 ? "it was to be new" : "version " + expected + " was to be replaced") + ", and "
                                + (found == 0 ? "there is none" : "version " + found + " is the current one"),
                        "read what is there now, decide again, and save expecting " + found,
                        "the javadoc of io.trainyard.store.Commit"));
    }

    private VersionConflictException(ObjectKey key, long expected, long found, String message) {
        super(message);
        this.key = key.value();
        this.expected = expected;
        this.found = found;
    }

    static VersionConflictException taken(ObjectKey key, long number, long highest) {
        return new VersionConflictException(
                key,
                number - 1,
                highest,
                Explanation.of(
                        "version " + number + " of \"" + key + "\" was not copied, and what was there stays",
                        "the key has versions up to " + highest + ", and a number is given once",
                        "copy it under another key, or save its bytes as a new version",
                        "the javadoc of io.trainyard.store.Commit"));
    }

    /** The key. */
    public String key() {
        return key;
    }

    /** The number that the current version should have had, 0 for none. */
    public long expected() {
        return expected;
    }

    /** The number that was found, 0 for none. */
    public long found() {
        return found;
    }
}
