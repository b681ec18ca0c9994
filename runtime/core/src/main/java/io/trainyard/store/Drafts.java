package io.trainyard.store;

import io.trainyard.store.VersionFile.Damage;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files that commits are written into before they get their names. They are made in advance, empty, some at a time,
 * and their names are brought to the disk then: so a commit has to bring nothing but its own bytes there. Should the disk
 * forget the renaming that follows, because the power goes, the whole commit is found here when the store opens, and gets
 * its name again. Used by one writer at a time, the one that holds the lock.
 */
final class Drafts {

    private static final int AT_A_TIME = 32;

    private final Path folder;
    private final Disk disk;
    private int next;

    Drafts(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /** An empty file whose name is on the disk. */
    Path take() throws IOException {
        Optional<Path> empty = nextEmpty();
        if (empty.isEmpty()) {
            prepare();
            empty = nextEmpty();
        }
        return empty.orElseThrow(
                () -> new IOException("all drafts in " + folder + " hold commits that could not get their names"));
    }

    /** Begins where the last one was found, as those before it have got their names. */
    private Optional<Path> nextEmpty() throws IOException {
        for (int i = 0; i < AT_A_TIME; i++) {
            Path draft = draft(next);
            next = (next + 1) % AT_A_TIME;
            if (isEmpty(draft)) {
                return Optional.of(draft);
            }
        }
        return Optional.empty();
    }

    /** Makes the empty files. */
    void prepare() throws IOException {
        disk.createFolders(folder);
        for (int i = 0; i < AT_A_TIME; i++) {
            disk.createFile(draft(i));
        }
        disk.sync(folder);
    }

    /** Takes back what was written into a draft, for good. */
    void discard(Path draft) throws IOException {
        disk.delete(draft);
        disk.sync(folder);
    }

    /** What a writer that died left over: commits that are whole, and how many bytes of others were removed. */
    record Found(List<Whole> whole, long removed) {}

    /** A commit that is whole and wants its name. */
    record Whole(Path draft, ModelVersion version) {}

    /** Looks at all drafts, and removes what is not whole. */
    Found clean() throws IOException {
        disk.createFolders(folder);
        List<Whole> whole = new ArrayList<>();
        long removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                long size = Files.size(file);
                if (size == 0 && file.getFileName().toString().matches("draft-[0-9]{2}")) {
                    continue;
                }
                try {
                    whole.add(new Whole(file, VersionFile.readDraft(file)));
                } catch (Damage torn) {
                    disk.delete(file);
                    removed += size;
                }
            }
        }
        return new Found(List.copyOf(whole), removed);
    }

    private static boolean isEmpty(Path file) throws IOException {
        try {
            return Files.size(file) == 0;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private Path draft(int i) {
        return folder.resolve(String.format(Locale.ROOT, "draft-%02d", i));
    }
}
