package io.trainyard.store;

/** The user of the store may not do this. Nothing was done. */
public final class PermissionDeniedException extends StoreException {

    private static final long serialVersionUID = 1L;

    PermissionDeniedException(String what, String permission, Permissions granted) {
        super(Explanation.of(
                what + " is not permitted",
                "it takes the permission to " + permission + ", and " + words(granted),
                "ask whoever made this store for the permission, or do without",
                "the javadoc of io.trainyard.store.Permissions"));
    }

    private static String words(Permissions granted) {
        if (!granted.read() && !granted.write() && !granted.delete()) {
            return "nothing is granted";
        }
        return "granted is only to" + (granted.read() ? " read" : "") + (granted.write() ? " write" : "")
                + (granted.delete() ? " delete" : "");
    }
}
