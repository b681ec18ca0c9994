package io.trainyard.store;

/**
 * What a user of an {@link ObjectStore} may do.
 *
 * @param read read, list and ask for keys
 * @param write save
 * @param delete delete and clear
 */
public record Permissions(boolean read, boolean write, boolean delete) {

    /** Everything. */
    public static final Permissions ALL = new Permissions(true, true, true);

    /** Reading alone. */
    public static final Permissions READ_ONLY = new Permissions(true, false, false);

    void demandRead(String what) {
        demand(read, what, "read");
    }

    void demandWrite(String what) {
        demand(write, what, "write");
    }

    void demandDelete(String what) {
        demand(delete, what, "delete");
    }

    private void demand(boolean granted, String what, String permission) {
        if (!granted) {
            throw new PermissionDeniedException(what, permission, this);
        }
    }
}
