package io.trainyard.store;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.util.Locale;

/** Says what a disk's failure means, and what to do about it. */
final class DiskFailures {

    private DiskFailures() {}

    static StoreException failed(String operation, IOException failure) {
        boolean uncertain = failure instanceof UncertainException;
        Throwable cause = uncertain && failure.getCause() != null ? failure.getCause() : failure;
        String what = operation + (uncertain ? "; or it was: the disk failed again when that was to be undone" : "");
        String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        String why = cause.getClass().getSimpleName() + ": " + cause.getMessage();
        String fix;
        if (cause instanceof AccessDeniedException || text.contains("permission denied")) {
            fix = "give this user the right to read and write the folder";
        } else if (text.contains("read-only")) {
            fix = "take a folder on a disk that can be written";
        } else if (text.contains("no space left") || text.contains("not enough space")) {
            fix = "free space on the disk, then save again";
        } else if (text.contains("quota exceeded")) {
            fix = "free space of this user's quota on the disk, then save again";
        } else if (cause instanceof ClosedByInterruptException) {
            fix = "the thread was interrupted: read before it is, or in another thread";
        } else {
            fix = "look after the disk, then try again";
        }
        return new StoreException(
                Explanation.of(what, why, fix, "the javadoc of io.trainyard.store.DiskStore"), failure);
    }
}
