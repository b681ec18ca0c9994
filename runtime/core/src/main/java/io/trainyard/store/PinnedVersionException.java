package io.trainyard.store;

/** A pinned version was to be deleted. Nothing was. */
public final class PinnedVersionException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** For back ends. */
    public PinnedVersionException(ObjectKey key, long number) {
        super(Explanation.of(
                "\"" + key + "\" was not deleted",
                "version " + number + " is pinned, so that nothing takes it away",
                "unpin it first, or delete other versions by their numbers",
                "the javadoc of io.trainyard.store.StoreBackend"));
    }
}
