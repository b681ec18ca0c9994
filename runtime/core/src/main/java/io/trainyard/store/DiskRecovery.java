package io.trainyard.store;

import io.trainyard.store.FolderLock.Hold;
import io.trainyard.store.Holdings.Held;
import java.io.IOException;
import java.util.List;

/** Finishes what writers that died, or whose disk failed, left halfway. Used by who holds the folder's lock. */
final class DiskRecovery {

    private final Drafts drafts;
    private final VersionFiles files;
    private final DiskBooks books;

    DiskRecovery(Drafts drafts, VersionFiles files, DiskBooks books) {
        this.drafts = drafts;
        this.files = files;
        this.books = books;
    }

    /** Before a change: brings the books up to date, after a writer that broke off halfway the files as well. */
    void before(Hold hold) throws IOException {
        if (hold.foundUnfinished()) {
            all(hold);
        }
        books.catchUp();
        dropLeftovers(hold);
    }

    /**
     * Looks at everything, and has the others do so, too.
     *
     * @return how many bytes of broken commits were removed
     */
    long all(Hold hold) throws IOException {
        hold.begin();
        long freed = finishDrafts();
        books.startAgain();
        dropLeftovers(hold);
        hold.finish();
        return freed;
    }

    /** Gives whole drafts their names, and removes the others; says how many bytes those had. */
    long finishDrafts() throws IOException {
        Drafts.Found found = drafts.clean();
        for (Drafts.Whole whole : found.whole()) {
            try {
                giveName(whole);
            } catch (IOException | RuntimeException e) {
                // what is wrong with one key is no reason to keep the others from being saved; it stays for the next
                // time
            }
        }
        return found.removed();
    }

    private void giveName(Drafts.Whole whole) throws IOException {
        ObjectKey key = ObjectKey.of(whole.version().key());
        books.lookAgain(key);
        if (books.lookUnderLock(holdings -> holdings.highestThere(key))
                >= whole.version().number()) {
            // it was given up, and others took its place
            drafts.discard(whole.draft());
        } else {
            files.name(whole.draft(), whole.version());
        }
    }

    /** Drops the history for which a writer that died had made no room, or for which there is less room here. */
    void dropLeftovers(Hold hold) throws IOException {
        List<Held> leftovers = books.takeLeftovers();
        if (leftovers.isEmpty()) {
            return;
        }
        hold.begin();
        for (Held held : leftovers) {
            drop(held);
        }
        books.announce(leftovers.stream().map(Held::key).distinct().toList());
        hold.finish();
    }

    /** Removes history that is off the books already. */
    void drop(Held held) throws IOException {
        long highest = books.lookUnderLock(holdings -> holdings.highest(held.key()));
        files.remove(held.key(), List.of(held), highest, removed -> {});
        if (books.lookUnderLock(holdings -> holdings.versions(held.key())).isEmpty()) {
            files.removeEmpty(held.key());
        }
    }
}
